import { type RouteConfigEntry, route } from '@remix-run/route-config';

/** The part of the site map about local acts: what they refer to, drawing up, review, versions, acquaintance. */
export const actRoutes: RouteConfigEntry[] = [
  // legal-references
  route('legal-references', 'features/legal-references/legal-references.page.tsx'),
  route('legal-references/add', 'features/legal-references/legal-reference-add.page.tsx'),
  // local-acts
  route('acts', 'features/local-acts/acts.page.tsx'),
  route('acts/order', 'features/local-acts/order-draft.page.tsx'),
  route('acts/new', 'features/local-acts/act-types.page.tsx'),
  route('acts/new/:kind', 'features/local-acts/act-new.page.tsx'),
  route('acts/templates', 'features/local-acts/templates.page.tsx'),
  route('acts/templates/:kind', 'features/local-acts/template.page.tsx'),
  route('acts/templates/:kind/end', 'features/local-acts/template-end.page.tsx'),
  route('acts/:id', 'features/local-acts/act.page.tsx'),
  route('acts/:id/order.pdf', 'features/local-acts/act-pdf.download.ts'),
  route('acts/:id/order.docx', 'features/local-acts/act-docx.download.ts'),
  route('acts/:id/edit', 'features/local-acts/act-edit.page.tsx'),
  route('acts/:id/text', 'features/local-acts/act-text.page.tsx'),
  route('acts/:id/cancel', 'features/local-acts/act-cancel.page.tsx'),
  route('acts/:id/submit', 'features/local-acts/act-submit.page.tsx'),
  route('acts/:id/approve', 'features/papers/order-approve.page.tsx'),
  route('acts/:id/return', 'features/local-acts/act-return.page.tsx'),
  // act-reviews
  route('acts/:id/review', 'features/act-reviews/act-review.page.tsx'),
  route('acts/:id/withdraw', 'features/act-reviews/act-withdraw.page.tsx'),
  route('acts/:id/council', 'features/act-reviews/act-council.page.tsx'),
  route('acts/:id/union', 'features/act-reviews/act-union.page.tsx'),
  // act-versions
  route('acts/:id/version', 'features/act-versions/act-version.page.tsx'),
  route('acts/:id/repeal', 'features/act-versions/act-repeal.page.tsx'),
  // acquaintance
  route('acts/:id/acquaint', 'features/acquaintance/act-acquaint.page.tsx'),
  route('acts/:id/acquaintance', 'features/acquaintance/acquaintance.page.tsx'),
  route('acts/:id/acquaintance/add', 'features/acquaintance/acquaintance-add.page.tsx'),
  route('acts/:id/acquaintance/paper', 'features/acquaintance/acquaintance-paper.page.tsx'),
  // act-check
  route('output-standard', 'features/local-acts/output-standard.page.tsx'),
  route('check', 'features/act-check/check.page.tsx'),
  route('check/:code', 'features/act-check/act-check.page.tsx'),
  // act-registers
  route('acts.xlsx', 'features/act-registers/acts-xlsx.download.ts'),
  route('acts/set', 'features/act-registers/act-set.page.tsx'),
  route('acts/paper', 'features/act-registers/paper-act.page.tsx'),
  route('acts/numbering', 'features/act-registers/numbering.page.tsx'),
  route('acts/numbering/:unitId/:journal/mask', 'features/act-registers/number-mask.page.tsx'),
  route('acts/numbering/:unitId/:journal/skip', 'features/act-registers/numbers-skip.page.tsx'),
  // act-signatures
  route('acts/:id/signature', 'features/act-signatures/act-signature.page.tsx'),
  route('act-files/:id', 'features/act-signatures/act-file.download.ts'),
  // act-publication
  route('acts/:id/publish', 'features/act-publication/act-publish.page.tsx'),
  route('acts/:id/unpublish', 'features/act-publication/act-unpublish.page.tsx'),
  route('published/:unitId', 'features/act-publication/published.page.tsx'),
  route('published/:unitId/:id', 'features/act-publication/published-act.page.tsx'),
];
