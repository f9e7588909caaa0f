import { enhanceText } from './enhance.text.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Draft = Record<string, string[]>;

const sentKey = 'draft-sent';

/**
 * Keeps what is typed into a `form[data-keep]` in this tab, under the page and the person, and offers it when the page is
 * opened again. What was sent and accepted is forgotten, so is everything at sign-out: school computers are shared.
 */
export function keepDrafts(): void {
  document.querySelector('[data-sign-out]')?.addEventListener('submit', () => sessionStorage.clear());
  forgetSentDraft();
  const form = document.querySelector<HTMLFormElement>('form[data-keep]');
  if (!form) return;
  const key = draftKey();
  const kept = read(key);
  if (kept && !isRefused() && differs(form, kept)) offer(form, kept, key);
  form.addEventListener('input', () => sessionStorage.setItem(key, JSON.stringify(draftOf(form))));
  form.addEventListener('submit', () => sessionStorage.setItem(sentKey, key));
}

function draftKey(): string {
  const who = document.querySelector('.who')?.firstElementChild?.textContent ?? '';
  return `draft:${who}:${location.pathname}`;
}

/** A draft that was sent is done with, unless the server has just refused it, or asked to sign in again first. */
function forgetSentDraft(): void {
  const sent = sessionStorage.getItem(sentKey);
  if (sent === null) return;
  sessionStorage.removeItem(sentKey);
  if (document.querySelector('input[autocomplete="username"]')) return;
  if (sent !== draftKey() || !isRefused()) sessionStorage.removeItem(sent);
}

function isRefused(): boolean {
  return document.querySelector('.govuk-error-summary, .notice--warn') !== null;
}

function offer(form: HTMLFormElement, kept: Draft, key: string): void {
  const notice = document.createElement('div');
  notice.className = 'notice notice--info';
  notice.setAttribute('role', 'status');
  const words = document.createElement('p');
  words.textContent = enhanceText.draftFound;
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  buttons.append(
    button(enhanceText.draftRestore, () => {
      restore(form, kept);
      notice.remove();
    }),
    button(enhanceText.draftDrop, () => {
      sessionStorage.removeItem(key);
      notice.remove();
    }),
  );
  notice.append(words, buttons);
  form.before(notice);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'govuk-button govuk-button--secondary';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

/** Everything typed or ticked, by name, except what must not be kept: secrets, files and the form's own keys. */
function draftOf(form: HTMLFormElement): Draft {
  const draft: Draft = {};
  for (const control of keptControls(form)) {
    draft[control.name] ??= [];
    if (!isTick(control) || control.checked) draft[control.name]?.push(control.value);
  }
  return draft;
}

function restore(form: HTMLFormElement, draft: Draft): void {
  const taken: Record<string, number> = {};
  for (const control of keptControls(form)) {
    const values = draft[control.name];
    if (!values) continue;
    if (isTick(control)) {
      control.checked = values.includes(control.value);
    } else {
      const place = taken[control.name] ?? 0;
      taken[control.name] = place + 1;
      control.value = values[place] ?? '';
    }
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function differs(form: HTMLFormElement, draft: Draft): boolean {
  const now = draftOf(form);
  return Object.entries(draft).some(([name, values]) => name in now && now[name]?.join('\n') !== values.join('\n'));
}

function keptControls(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('input[name], textarea[name], select[name]')].filter(
    (control) => control.name !== '' && !['hidden', 'password', 'file', 'submit', 'button'].includes(control.type),
  );
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

function read(key: string): Draft | null {
  try {
    // Only this script writes under the key; anything else there is treated as no draft.
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}
