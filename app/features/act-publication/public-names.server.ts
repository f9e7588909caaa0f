import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { declined, TEXT_CASES } from '../local-acts/name-cases.ts';
import { fullName, type PersonName } from '../people/person-name.ts';
import { disseminationAllowed } from '../personal-consents/dissemination.queries.server.ts';
import { type Hide, type NameForms, nameHider } from './nameless.ts';
import { publicationText as t } from './publication.text.ts';

/** A name as it stands or stood, with the forms of it that were corrected by hand. */
interface Borne extends PersonName {
  forms: string[];
}

const MOST_UNITS = 50;
// Declining hundreds of names costs more than reading them: done anew only when a name or a consent has changed.
const ready = new Map<Id, { names: string; hide: Hide }>();

/**
 * What hides from everybody the names of those of an organisation whose consent does not stand at this moment. Asks no
 * rights. Source: 152-FZ article 10.1; BR-82.
 */
export async function publicHider(ctx: Context, unitId: Id): Promise<Hide> {
  const people = await peopleOf(ctx, unitId);
  const allowed = await disseminationAllowed(
    ctx,
    people.map(({ id }) => id),
    unitId,
  );
  const withheld = people.filter(({ id }) => !allowed.get(id)?.fields.has('name'));
  const names = JSON.stringify(withheld);
  const known = ready.get(unitId);
  const hide = known?.names === names ? known.hide : nameHider(withheld.map(formsOf), t.withheld);
  ready.delete(unitId);
  ready.set(unitId, { names, hide });
  const [oldest] = ready.keys();
  if (ready.size > MOST_UNITS && oldest) ready.delete(oldest);
  return hide;
}

/**
 * Everybody who has ever worked in the organisation, held a role, stood in a mentorship or signed a consent there, with
 * former names; never cut short, for whoever is left out is named to everybody.
 */
async function peopleOf(ctx: Context, unitId: Id) {
  const { rows } = await sql<PersonName & { id: Id; forms: string[]; former: Borne[] }>`
    select person.id, person.last_name, person.first_name, person.middle_name,
      array(select form.full_name from person_name_form form where form.person_id = person.id
        order by form.grammatical_case) as forms,
      coalesce((select json_agg(json_build_object('lastName', former.last_name, 'firstName', former.first_name,
          'middleName', nullif(former.middle_name, ''), 'forms', former.forms)
          order by former.last_name, former.first_name, former.middle_name)
        from person_former_name former where former.person_id = person.id), '[]') as former
    from person where person.id in (
      select id from person where unit_id = ${unitId}
      union select person_id from employment where unit_id = ${unitId}
      union select person_id from role_grant where unit_id = ${unitId}
      union select person_id from personal_consent where unit_id = ${unitId}
      union select side.person_id from mentorship_member side join mentorship on mentorship.id = side.mentorship_id
        where mentorship.unit_id = ${unitId})
    order by person.id
  `.execute(ctx.db);
  return rows;
}

function formsOf({ former, ...present }: Borne & { former: Borne[] }): NameForms {
  const fullNames = [present, ...former].flatMap((name) => {
    const surnameWords = name.lastName.split(/\s+/).length;
    const written = [fullName(name), ...TEXT_CASES.map((nameCase) => declined(name, nameCase)), ...name.forms];
    return written.map((form) => ({ form, surname: form.split(/\s+/).slice(0, surnameWords).join(' ') }));
  });
  return {
    surnames: [...new Set(fullNames.map(({ surname }) => surname))],
    fullNames: [...new Set(fullNames.map(({ form }) => form))],
  };
}
