import { download } from '#app/core/page.server.ts';
import { findBundleFile } from './bundle.queries.server.ts';
import { bundleParams } from './bundle.schema.ts';

const types = { pdf: 'application/pdf', docx: 'application/zip' };
const endings = { pdf: 'pdf', docx: 'zip' };

/** A ready bundle; missing when the actor may no longer read one of its papers. */
export const loader = download({ need: 'signedIn', params: bundleParams }, async ({ ctx, params }) => {
  const { name, format, content } = await findBundleFile(ctx, params.id);
  return { fileName: `${name}.${endings[format]}`, type: types[format], body: content };
});
