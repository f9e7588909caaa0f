import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { forceNames } from './act-force.text.ts';
import type { ActFilter } from './act-list.queries.server.ts';
import { actTypes } from './act-type.ts';
import { actStateNames, actText } from './local-act.text.ts';

const SHOWN = { ...actStateNames, ...forceNames };

/** The filter of the register: words, type, state, year of the number, in force on a day. */
export function ActsFilter(props: { filter: ActFilter; years: readonly number[]; isWhole: boolean }) {
  const { filter, years, isWhole } = props;
  const { approved: _approved, ...states } = SHOWN;
  const option = (value: string, text: string) => ({ value, text });
  const types = actTypes.filter(({ keptIn }) => keptIn === 'local_act');
  return (
    <Filter reset={isWhole ? undefined : paths.acts()}>
      <TextField name="search" label={actText.search} type="search" width="20" defaultValue={filter.search} />
      <SelectField
        name="kind"
        label={actText.kindFilter}
        empty={actText.all}
        options={types.map(({ code, title }) => option(code, title))}
        defaultValue={filter.kind}
      />
      <SelectField
        name="state"
        label={actText.stateFilter}
        empty={actText.all}
        options={Object.entries(states).map(([value, text]) => option(value, text))}
        defaultValue={filter.state}
      />
      {years.length > 1 ? (
        <SelectField
          name="year"
          label={actText.year}
          empty={actText.all}
          options={years.map((year) => option(String(year), String(year)))}
          defaultValue={filter.year === null ? '' : String(filter.year)}
        />
      ) : null}
      <DateField name="asOf" label={actText.asOf} defaultValue={filter.asOf} />
    </Filter>
  );
}

/** The filter as the search of an address, without what says nothing. */
export function filterQuery(filter: ActFilter, page = 1): string {
  const query = new URLSearchParams();
  if (filter.search !== '') query.set('search', filter.search);
  if (filter.kind !== '') query.set('kind', filter.kind);
  if (filter.state !== '') query.set('state', filter.state);
  if (filter.year !== null) query.set('year', String(filter.year));
  if (filter.asOf !== null) query.set('asOf', formatDay(filter.asOf));
  if (page > 1) query.set('page', String(page));
  return query.toString();
}

/** From which day to which an act binds. */
export function daysOf({ inForceOn, endedOn }: { inForceOn: string | null; endedOn: string | null }): string {
  if (!inForceOn) return '';
  return endedOn ? actText.period(formatDay(inForceOn), formatDay(endedOn)) : actText.since(formatDay(inForceOn));
}
