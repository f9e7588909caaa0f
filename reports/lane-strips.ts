/** Lays lanes over time out as one strip that no page divides. Pure; the fonts come in as `measure`. */
import type { Block, Lane } from './document.ts';
import { gap, type Mark, type Node, type Strip, strip } from './strips.ts';
import { flow, frame, kept, type Place } from './text-strips.ts';

type Lanes = Extract<Block, { kind: 'lanes' }>;

const size = 9;
const track = 15;
const head = 16;

/** How dark a bar is, and whether only its edge is drawn: told apart without colours. */
const greys: Record<Lane['bars'][number]['tone'], number> = { done: 0.78, going: 0.62, late: 0.45, later: 0.93 };

/** Strips of the picture: the caption, then the lanes with their columns. */
export function laneStrips(block: Lanes, place: Place): Strip[] {
  const figure: Node = { role: 'Figure', parent: place.root, alt: block.alt };
  const node: Node = { role: 'P', parent: place.root };
  const caption = flow([{ text: block.caption, bold: true }], frame(place, node, { size: 11 }), place.measure);
  const left = 90;
  const width = place.bodyWidth - left;
  const text = (x: number, y: number, words: string): Mark => {
    return { kind: 'text', x, y, text: words, bold: false, size, node: figure };
  };
  const marks: Mark[] = block.columns.map((title, index) =>
    text(left + (index * width) / block.columns.length + 3, 2, title),
  );
  let top = head;
  for (const lane of block.lanes) {
    const tracks = trackBars(lane.bars, place.measure, width);
    marks.push(text(0, top + 3, lane.title));
    for (const { bar, line } of tracks) {
      const x = left + bar.from * width;
      const y = top + line * track + 2;
      marks.push({
        kind: 'bar',
        x,
        y,
        width: Math.max(2, (bar.to - bar.from) * width),
        height: 11,
        grey: greys[bar.tone],
      });
      marks.push(text(left + bar.to * width + 3, y, bar.label));
    }
    for (const { at, label } of lane.points) {
      const x = left + at * width;
      marks.push({ kind: 'bar', x: x - 1, y: top + 2, width: 2, height: 11, grey: 0 });
      marks.push(text(x + 3, top + 2, label));
    }
    top += Math.max(1, ...tracks.map(({ line }) => line + 1)) * track;
    marks.push({ kind: 'rule', x1: 0, y1: top, x2: place.bodyWidth, y2: top });
  }
  for (let index = 0; index <= block.columns.length; index += 1) {
    const x = left + (index * width) / block.columns.length;
    marks.push({ kind: 'rule', x1: x, y1: 0, x2: x, y2: top });
  }
  return [...kept([...caption, gap(4)]), strip(top + 2, marks), gap(8)];
}

/** Bars on as few lines as keep them and their labels apart. */
function trackBars(bars: Lane['bars'], measure: Place['measure'], width: number) {
  const ends: number[] = [];
  return [...bars]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.from);
      const line = free === -1 ? ends.length : free;
      ends[line] = bar.to + (measure(bar.label, false, size) + 8) / width;
      return { bar, line };
    });
}
