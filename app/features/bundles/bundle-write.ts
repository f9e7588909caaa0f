import { readFile } from 'node:fs/promises';
import { safeFileName } from '#app/core/file-names.ts';
import type { Bundle } from '#reports/bundle.ts';
import { bundleToPdf } from '#reports/bundle-pdf.ts';
import { documentToDocx } from '#reports/document-docx.ts';
import { fontFiles } from '#reports/fonts.ts';
import { reportsText } from '#reports/reports.text.ts';
import { type ZipFile, zipOf } from '#reports/zip.ts';
import { bundleText } from './bundle.text.ts';
import type { BundleFormat } from './bundle.ts';

/** What the thread is asked to write. */
export interface BundleTask {
  format: BundleFormat;
  /** Day of the files in a ZIP. */
  day: string;
  bundle: Bundle;
}

/** What it gives back; a ZIP counts no pages. */
export interface WrittenBundle {
  file: Uint8Array;
  pageCount: number | null;
}

/** Writes a bundle; `onProgress` hears a share, 0 to 1. */
export async function writeBundle(
  { format, day, bundle }: BundleTask,
  onProgress: (share: number) => void,
): Promise<WrittenBundle> {
  return format === 'pdf' ? bundleToPdf(bundle, onProgress) : zipOfPapers(bundle, day, onProgress);
}

/** A file for each paper; the fonts lie in a folder of their own, for in each file they would be most of it. */
async function zipOfPapers(bundle: Bundle, day: string, onProgress: (share: number) => void): Promise<WrittenBundle> {
  const files: ZipFile[] = [];
  for (const [index, { title, note, document, issue, hash }] of bundle.papers.entries()) {
    const bytes = await documentToDocx(document, { issue, embedsFonts: false, ...(hash ? { hash } : {}) });
    const name = bundleText.zipName(index + 1, [title, note].filter(Boolean).join(' '));
    files.push({ name: safeFileName(`${name}.docx`), bytes });
    onProgress((index + 1) / bundle.papers.length);
  }
  for (const { name, path } of fontFiles) {
    files.push({ name: `${reportsText.bundle.fontFolder}/${name}`, bytes: await readFile(path) });
  }
  return { file: zipOf(files, day), pageCount: null };
}
