import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs';
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs';
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs';
import { showCopyButtons } from './copy.ts';
import { keepDrafts } from './draft.ts';
import { showPasswordButtons } from './password.ts';
import { followLongWork } from './refresh.ts';

/** Where the search field's part of the script is; the build writes the address here. */
declare const AUTOCOMPLETE_URL: string;

/*
 * The browser's one script. Every page is complete without it; it upgrades what is already there, and a part that fails
 * leaves the others alone.
 */
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

start(keepDrafts);
start(() => forEach('[data-module="govuk-error-summary"]', (element) => new ErrorSummary(element)));
start(() => forEach('[data-module="govuk-button"]', (element) => new Button(element)));
start(() => forEach('[data-module="govuk-skip-link"]', (element) => new SkipLink(element)));
start(showCopyButtons);
start(showPasswordButtons);
start(followLongWork);
start(scrollToToday);
start(searchLongLists);

function start(part: () => unknown): void {
  try {
    part();
  } catch (fault) {
    console.error(fault);
  }
}

function forEach(selector: string, act: (element: Element) => unknown): void {
  for (const element of document.querySelectorAll(selector)) act(element);
}

/** A picture wider than its window opens on the place it names (per cent), not on its oldest end. */
function scrollToToday(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-scroll-to]')) {
    const place = (Number(element.dataset.scrollTo) / 100) * element.scrollWidth;
    element.scrollLeft = place - element.clientWidth / 2;
  }
}

/** The search field for long lists is the larger half of the script, so it is fetched only where there is one. */
async function searchLongLists(): Promise<void> {
  const lists = document.querySelectorAll<HTMLSelectElement>('select[data-autocomplete]');
  if (lists.length === 0) return;
  const part: typeof import('./autocomplete.ts') = await import(AUTOCOMPLETE_URL);
  for (const list of lists) part.makeSearchable(list);
}
