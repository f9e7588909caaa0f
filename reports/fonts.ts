/** The fonts of documents: PT Serif, open licence OFL 1.1, with Cyrillic. */
import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;

/** Its files, upright and bold, with the names they are given out under. */
export const fontFiles = [
  { name: 'PTSerif-Regular.ttf', path: resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf') },
  { name: 'PTSerif-Bold.ttf', path: resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf') },
] as const;
