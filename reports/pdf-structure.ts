/**
 * The structure of a file for assistive programs (PDF 1.7, 14.7), written as text: a table of a thousand cells costs a
 * thousand lines instead of pdfkit's several objects a cell.
 */
import { type PdfOutput, reserveObject, writeObject } from './pdf-output.ts';
import { settableText } from './settable-text.ts';
import type { Node } from './strips.ts';

type Element = { id: number; parent: number; page: number | null; kids: string[] };

/** The structure so far: elements not yet written, and which elements the marks of each page belong to. */
export type Structure = {
  output: PdfOutput;
  rootId: number;
  elements: Map<Node, Element>;
  /** Objects that list the elements of a page's marks, by the key of the page. */
  pages: number[];
  page: { id: number; marks: number[] } | null;
};

/** A structure whose elements hang on `root`, and that on the object `rootId`. */
export function openStructure(output: PdfOutput, root: Node, rootId: number): Structure {
  const structure: Structure = { output, rootId, elements: new Map(), pages: [], page: null };
  elementOf(structure, root);
  return structure;
}

/** Begins a page, the object `id`; gives the key to write into it. */
export function beginPageMarks(structure: Structure, id: number): number {
  endPageMarks(structure);
  structure.page = { id, marks: [] };
  return structure.pages.push(reserveObject(structure.output)) - 1;
}

/** Opens a stretch of the page's content that belongs to the node; `EMC` closes it. */
export function markedContent(structure: Structure, node: Node): string {
  const { page } = structure;
  if (page === null) throw new Error('content belongs to a page');
  const element = elementOf(structure, node);
  const mark = page.marks.push(element.id) - 1;
  element.page ??= page.id;
  element.kids.push(element.page === page.id ? String(mark) : `<<\n/Type /MCR\n/Pg ${page.id} 0 R\n/MCID ${mark}\n>>`);
  return `/${node.role} <<\n/MCID ${mark}\n>> BDC`;
}

/** Gives the node its place among its parent's children now, whenever its content will be drawn. */
export function placeNode(structure: Structure, node: Node): void {
  elementOf(structure, node);
}

/** Writes a finished part and lets go of it, so that a long file needs no more memory. */
export function endPart(structure: Structure, part: Node): void {
  for (const [node, element] of structure.elements) {
    if (!isUnder(node, part)) continue;
    writeElement(structure, node, element);
    structure.elements.delete(node);
  }
}

/** Writes what is left; gives the object of the tree from marks to elements. */
export function endStructure(structure: Structure, root: Node): { rootElement: number; parentTree: number } {
  endPageMarks(structure);
  const rootElement = elementOf(structure, root).id;
  endPart(structure, root);
  const parentTree = reserveObject(structure.output);
  const pages = structure.pages.map((id, key) => `${key} ${id} 0 R`);
  writeObject(structure.output, parentTree, `<<\n/Nums [${pages.join('\n')}]\n>>`);
  return { rootElement, parentTree };
}

function endPageMarks({ output, page, pages }: Structure): void {
  const id = pages.at(-1);
  if (page === null || id === undefined) return;
  writeObject(output, id, `[${page.marks.map((element) => `${element} 0 R`).join(' ')}]`);
}

function isUnder(node: Node, part: Node): boolean {
  for (let each: Node | null = node; each; each = each.parent) if (each === part) return true;
  return false;
}

/** The element of a node, put under its parent's when it is first met: the order of drawing is the order of reading. */
function elementOf(structure: Structure, node: Node): Element {
  const known = structure.elements.get(node);
  if (known) return known;
  const parent = node.parent ? elementOf(structure, node.parent) : null;
  const id = reserveObject(structure.output);
  const element: Element = { id, parent: parent?.id ?? structure.rootId, page: null, kids: [] };
  structure.elements.set(node, element);
  parent?.kids.push(`${id} 0 R`);
  return element;
}

function writeElement({ output }: Structure, { role, alt, scope }: Node, { id, parent, page, kids }: Element): void {
  const lines = [`<<\n/S /${role}`, `/P ${parent} 0 R`];
  if (alt) lines.push(`/Alt ${unicodeString(settableText(alt))}`);
  if (scope) lines.push(`/A <<\n/O /Table\n/Scope /${scope}\n>>`);
  lines.push(`/K [${kids.join(' ')}]`);
  if (page !== null) lines.push(`/Pg ${page} 0 R`);
  writeObject(output, id, `${lines.join('\n')}\n>>`);
}

function unicodeString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
