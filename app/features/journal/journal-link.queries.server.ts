import { type RawBuilder, sql } from 'kysely';
import type { Permission } from '#app/access/policy.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { tableName } from './journal-change.ts';

/** A page about an object of the journal: who may open it is asked of `page`'s row, by the page's own permissions. */
interface Target {
  /** Tables between the object and the row the page is about, each under its own name. */
  from: RawBuilder<unknown>;
  /** Table whose id the page's address holds. */
  page: string;
  permissions: readonly [Permission, ...Permission[]];
  path: (id: Id) => string;
}

const itself = (table: string, permission: Permission, path: Target['path']): Target => ({
  from: sql.table(table),
  page: table,
  permissions: [permission],
  path,
});

/** What belongs to a mentorship, a person, a programme or a route is shown on the page of that. */
const partOf = (whole: Target, from: RawBuilder<unknown>): Target => ({ ...whole, from });

const person = itself('person', 'person.read', paths.person);
const mentorship = itself('mentorship', 'mentorship.read', paths.mentorship);
const programme: Target = {
  from: sql`programme join mentorship on mentorship.id = programme.mentorship_id`,
  page: 'mentorship',
  permissions: ['programme.read'],
  path: paths.programme,
};
const route: Target = {
  ...itself('educational_route', 'route.read', paths.route),
  permissions: ['route.read', 'route.shared', 'route.state'],
};

const ofMentorship = (table: string) =>
  partOf(mentorship, sql`${sql.table(table)} join mentorship on mentorship.id = ${sql.ref(`${table}.mentorship_id`)}`);

const ofPerson = (table: string) =>
  partOf(person, sql`${sql.table(table)} join person on person.id = ${sql.ref(`${table}.person_id`)}`);

const targets: Readonly<Record<string, Target>> = {
  person,
  account: ofPerson('account'),
  role_grant: ofPerson('role_grant'),
  employment: ofPerson('employment'),
  org_unit: itself('org_unit', 'unit.read', paths.unit),
  staff_list: itself('staff_list', 'staffList.import', paths.staffList),
  mentorship,
  mentorship_terms: ofMentorship('mentorship_terms'),
  guardian_consent: ofMentorship('guardian_consent'),
  home_agreement: ofMentorship('home_agreement'),
  membership_change: itself('membership_change', 'membershipChange.read', paths.membershipChange),
  contract_supplement: itself('contract_supplement', 'supplement.read', paths.supplement),
  mentoring_request: itself('mentoring_request', 'request.read', paths.request),
  needs_survey: itself('needs_survey', 'needsSurvey.manage', paths.needsSurvey),
  matching_scenario: itself('matching_scenario', 'scenario.run', paths.scenario),
  cooperation_agreement: itself('cooperation_agreement', 'agreement.manage', paths.agreement),
  local_act: itself('local_act', 'act.read', paths.act),
  personal_consent: itself('personal_consent', 'personalConsent.read', paths.personalConsent),
  programme,
  programme_goal: partOf(
    programme,
    sql`programme_goal join programme on programme.id = programme_goal.programme_id
      join mentorship on mentorship.id = programme.mentorship_id`,
  ),
  plan_item: partOf(
    programme,
    sql`plan_item join programme on programme.id = plan_item.programme_id
      join mentorship on mentorship.id = programme.mentorship_id`,
  ),
  educational_route: route,
  route_step: partOf(route, sql`route_step join educational_route on educational_route.id = route_step.route_id`),
  learning_offer: itself('learning_offer', 'offer.read', paths.offer),
  stimulus: itself('stimulus', 'stimulus.read', paths.stimulus),
};

/** Key of a line's object among the links. */
export function objectKey(line: { objectKind: string; objectId: Id }): string {
  return `${tableName(line.objectKind)} ${line.objectId}`;
}

/**
 * Pages of what lines tell of, by `objectKey`, asked in one query; only those this actor may open now, so that no line
 * leads to a page that is missing for him. What is gone, or has no page, has no link.
 */
export async function findLinks(
  ctx: Context,
  lines: readonly { objectKind: string; objectId: Id }[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = new Map<string, Set<Id>>();
  for (const { objectKind, objectId } of lines) {
    const kind = tableName(objectKind);
    if (targets[kind]) idsOf.set(kind, (idsOf.get(kind) ?? new Set()).add(objectId));
  }
  const arms = [...idsOf].flatMap(([kind, ids]) => {
    const target = targets[kind];
    return target ? [armOf(ctx, kind, target, [...ids])] : [];
  });
  if (arms.length === 0) return new Map();
  const { rows } = await sql<{ kind: string; objectId: Id; pageId: Id }>`${sql.join(arms, sql` union all `)}`.execute(
    ctx.db,
  );
  return new Map(
    rows.flatMap(({ kind, objectId, pageId }): [string, string][] => {
      const path = targets[kind]?.path(pageId);
      return path ? [[objectKey({ objectKind: kind, objectId }), path]] : [];
    }),
  );
}

function armOf(ctx: Context, kind: string, target: Target, ids: readonly Id[]) {
  const reach = sql.join(
    target.permissions.map((permission) => within(ctx, permission)),
    sql` or `,
  );
  // One that never came about is shown to whoever may see the answers; others are not told that it was thought of.
  const isTold =
    target.page === 'mentorship' && target.permissions[0] === 'mentorship.read'
      ? sql`and (mentorship.state in ('proposed', 'consented', 'active', 'closed') or ${within(ctx, 'mentorship.answers')})`
      : sql``;
  return sql`select ${kind}::text as kind, ${sql.ref(`${kind}.id`)} as object_id, ${sql.ref(`${target.page}.id`)} as page_id
    from ${target.from} where ${sql.ref(`${kind}.id`)} = any(${[...ids]}::uuid[]) and (${reach}) ${isTold}`;
}
