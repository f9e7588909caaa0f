import { PAGE_SIZE } from '#app/core/form.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import type { Id } from '#db/schema.ts';
import { routeText } from './route.text.ts';
import { LEAST_LETTERS } from './route.ts';

/** The search among the region's teachers, and whom it finds. */
export function RouteCandidates(props: {
  search: string;
  page: number;
  total: number;
  people: readonly { id: Id; name: string; unitName: string; hasRoute: boolean }[];
}) {
  const { search, page, total, people } = props;
  const isShort = search.length < LEAST_LETTERS;
  return (
    <Card>
      <Filter>
        <TextField name="search" label={routeText.search} type="search" defaultValue={search} width="20" />
      </Filter>
      {total > 0 ? <p className="mute">{routeText.found(total)}</p> : null}
      <TaskList
        empty={isShort ? routeText.openSearchShort : routeText.openNobody}
        items={people.map((person) => ({
          key: person.id,
          title: person.name,
          why: person.unitName,
          tag: person.hasRoute ? <Tag>{routeText.hasRoute}</Tag> : null,
          action: person.hasRoute ? null : { href: paths.routeOpenFor(person.id), text: routeText.choose },
        }))}
      />
      <Paging
        page={page}
        pageSize={PAGE_SIZE}
        total={total}
        href={(shown) => `${paths.routeOpen()}?search=${encodeURIComponent(search)}&page=${shown}`}
      />
    </Card>
  );
}
