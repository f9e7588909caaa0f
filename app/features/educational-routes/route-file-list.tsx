import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { productFileText, sizeWords } from '../product-files/product-file.text.ts';
import type { ProductKind } from '../product-files/product-file.ts';

/** Files to save, with kind and size; a way to take each away where that may be done. */
export function FileList(props: {
  files: readonly { id: Id; name: string; kind: ProductKind; size: number; mayRemove?: boolean }[];
}) {
  if (props.files.length === 0) return <p className="empty">{productFileText.none}</p>;
  return (
    <ul className="govuk-list">
      {props.files.map((file) => (
        <li key={file.id}>
          <a href={paths.routeFile(file.id)} download>
            {file.name}
          </a>{' '}
          <span className="mute">{productFileText.fact(file.kind, sizeWords(file.size))}</span>
          {file.mayRemove ? (
            <>
              {' '}
              <a href={paths.routeFileRemove(file.id)}>
                {productFileText.remove}
                <span className="govuk-visually-hidden">: {file.name}</span>
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
