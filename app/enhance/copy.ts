import { enhanceText } from './enhance.text.ts';

/** Shows the buttons that copy a field's text. Outside a secure address the text is selected for the person to copy. */
export function showCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const field = document.getElementById(button.dataset.copy ?? '');
    if (!(field instanceof HTMLInputElement)) continue;
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      field.select();
      button.textContent = (await copy(field.value)) ? enhanceText.copied : enhanceText.copyYourself;
    });
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
