import { enhanceText } from './enhance.text.ts';

/** Shows the button that makes a password readable while it is typed; it is hidden again before it is sent. */
export function showPasswordButtons(): void {
  for (const holder of document.querySelectorAll('[data-password]')) {
    const input = holder.querySelector('input');
    const button = holder.querySelector('button');
    if (!input || !button) continue;
    const show = (visible: boolean) => {
      input.type = visible ? 'text' : 'password';
      button.textContent = visible ? enhanceText.hidePassword : enhanceText.showPassword;
      button.setAttribute('aria-label', visible ? enhanceText.hidePasswordFull : enhanceText.showPasswordFull);
    };
    button.hidden = false;
    button.addEventListener('click', () => show(input.type === 'password'));
    input.form?.addEventListener('submit', () => show(false));
  }
}
