import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose files ask every page of the site: a run that began one of them last would wait for it alone. */
const LONG = ['tests/access/matrix-', 'tests/malformed/', 'tests/access/', 'tests/browser/pages', 'tests/races/'];

/** Vitest's own order knows how long files took only where it has run before; on a fresh clone the folders tell. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((folder) => moduleId.includes(folder));
      return found === -1 ? LONG.length : found;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
