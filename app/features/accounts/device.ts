import { deviceWords } from './device.text.ts';

const browsers: readonly [RegExp, string][] = [
  [/YaBrowser\//, 'yandex'],
  [/Edg\//, 'edge'],
  [/OPR\//, 'opera'],
  [/Firefox\//, 'firefox'],
  [/Chrome\//, 'chrome'],
  [/Safari\//, 'safari'],
];

const systems: readonly [RegExp, string][] = [
  [/Android/, 'android'],
  [/iPhone|iPad/, 'ios'],
  [/Windows/, 'windows'],
  [/Mac OS X/, 'mac'],
  [/Linux/, 'linux'],
];

/** A few words for a browser and its system, out of what it says about itself: «Яндекс Браузер, Windows». */
export function deviceOf(userAgent: string | null): string {
  const agent = (userAgent ?? '').slice(0, 500);
  const found = [first(browsers, agent), first(systems, agent)].flatMap((code) => deviceWords.names[code ?? ''] ?? []);
  return found.length > 0 ? found.join(', ') : deviceWords.unknown;
}

function first(list: readonly [RegExp, string][], agent: string): string | undefined {
  return list.find(([pattern]) => pattern.test(agent))?.[1];
}
