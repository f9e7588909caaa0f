/** Many papers in one file: what a bundle is, before anyone decides whether it becomes a PDF or a ZIP of DOCX. */
import type { Document } from './document.ts';
import type { Issue } from './issue.ts';

/** One paper of a bundle; `hash` is the SHA-256 of its words where they were approved. */
export type BundlePaper = { title: string; note: string; document: Document; issue: Issue; hash: string | null };

/** The bundle. `createdAt` is a moment (ISO); `subject` says whose papers of which time these are. */
export type Bundle = { title: string; subject: string; createdAt: string; papers: BundlePaper[] };
