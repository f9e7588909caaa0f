import { type Figure, median } from './figure.ts';
import { type BenchSite, firstLink } from './site.ts';

/** An approved order as PDF over HTTP, warm. */
export async function papers(site: BenchSite): Promise<Figure[]> {
  const { origin } = site.program;
  const cookie = await site.cookieOf('curator');
  const act = await firstLink(origin, '/acts?state=approved', cookie, /href="(\/acts\/[0-9a-f-]{36})"/);
  const times: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const began = performance.now();
    const response = await fetch(`${origin}${act}/order.pdf`, { headers: { Cookie: cookie } });
    const bytes = (await response.arrayBuffer()).byteLength;
    if (response.status !== 200 || bytes < 10_000) throw new Error(`the order did not come: ${response.status}`);
    if (round > 2) times.push(performance.now() - began);
  }
  return [{ name: 'order PDF, warm', value: median(times), unit: 'ms', limit: 150, bound: 'at-most' }];
}
