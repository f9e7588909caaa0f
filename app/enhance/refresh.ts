const slowestSeconds = 30;

/**
 * Follows long work: every `data-refresh` seconds asks for this very page and takes the same element out of the answer,
 * until the attribute disappears. A failed request is tried again later and later; a redirect is followed.
 */
export function followLongWork(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-refresh]')) {
    if (element.id) askAgain(element, secondsOf(element));
  }
}

function askAgain(element: HTMLElement, seconds: number): void {
  setTimeout(async () => {
    if (document.hidden) return askAgain(element, seconds);
    const next = await refresh(element);
    if (next === 'failed') askAgain(element, Math.min(slowestSeconds, seconds * 2));
    else if (next === 'going') askAgain(element, secondsOf(element));
  }, seconds * 1000);
}

async function refresh(element: HTMLElement): Promise<'going' | 'done' | 'failed'> {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' });
    if (answer.redirected) {
      location.assign(answer.url);
      return 'done';
    }
    if (!answer.ok) return 'failed';
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById(element.id);
    if (!fresh) {
      location.reload();
      return 'done';
    }
    // The element itself stays, so that the live region around the change goes on speaking.
    if (fresh.innerHTML !== element.innerHTML) element.replaceChildren(...fresh.childNodes);
    const seconds = fresh.dataset.refresh;
    if (seconds === undefined) {
      delete element.dataset.refresh;
      return 'done';
    }
    element.dataset.refresh = seconds;
    return 'going';
  } catch {
    return 'failed';
  }
}

function secondsOf(element: HTMLElement): number {
  return Math.max(1, Number(element.dataset.refresh) || 2);
}
