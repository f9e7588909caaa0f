/** Builds what browsers fetch into `outDir` (emptied first) and returns the manifest: logical name → URL with a hash. */
export function buildAssets(outDir: string): Promise<Record<string, string>>;
