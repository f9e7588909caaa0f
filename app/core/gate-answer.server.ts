import type { Response } from 'express';
import { type GateStatus, gateHomeLink, gateProduct, gateText } from './gate.text.ts';

/**
 * Answers a refused request with a short Russian page. The connection stays open: Node reads the rest of the body and
 * drops it, so a browser in the middle of sending sees the page and not a broken connection.
 */
export function refuse(res: Response, status: GateStatus, stylesheet?: string): void {
  if (res.headersSent) return;
  res.status(status).type('html').send(refusalPage(status, stylesheet));
}

function refusalPage(status: GateStatus, stylesheet: string | undefined): string {
  const { title, advice } = gateText[status];
  const style = stylesheet === undefined ? '' : `<link rel="stylesheet" href="${stylesheet}">`;
  return `<!doctype html>
<html lang="ru" class="govuk-template govuk-template--rebranded"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} — ${gateProduct}</title>${style}</head>
<body class="govuk-template__body"><header class="top"><div class="top-in"><a class="brand" href="/">${gateProduct}</a></div></header>
<main class="wrap" id="main"><h1>${title}</h1><p class="lede">${advice}</p>
<p class="govuk-body"><a class="govuk-link" href="/">${gateHomeLink}</a></p></main>
</body></html>
`;
}
