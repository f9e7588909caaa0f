import { formatNumber } from './numbers.ts';
import { uiText } from './ui.text.ts';

/** Where a list stands: `page` counts from 1, `pageSize` rows a page, `total` rows in all. */
export type PagingProps = { page: number; pageSize: number; total: number; href: (page: number) => string };

/** Which rows are shown, and links to the other pages. A list that fits one page says only how much it holds. */
export function Paging({ page, pageSize, total, href }: PagingProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return (
    <nav className="paging" aria-label={uiText.pages}>
      <span className="mute">{uiText.shownOf(formatNumber(from), formatNumber(to), formatNumber(total))}</span>
      <ul>
        {page > 1 ? (
          <li>
            <a rel="prev" href={href(page - 1)}>
              {uiText.previous}
            </a>
          </li>
        ) : null}
        {pagesAround(page, pages).map((shown, index) =>
          shown === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other name than its place
            <li key={`gap-${index}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={shown}>
              <a href={href(shown)} aria-label={uiText.page(shown)} aria-current={shown === page ? 'page' : undefined}>
                {formatNumber(shown)}
              </a>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <a rel="next" href={href(page + 1)}>
              {uiText.next}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

/** The first and last page and the neighbours of the current one; `null` marks a gap. */
export function pagesAround(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages);
  const shown: (number | null)[] = [];
  let last = 0;
  for (const number of wanted) {
    if (number - last === 2) shown.push(last + 1);
    else if (number - last > 2) shown.push(null);
    shown.push(number);
    last = number;
  }
  return shown;
}
