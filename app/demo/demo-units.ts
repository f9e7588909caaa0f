import type { Context } from '#app/core/context.server.ts';
import { addUnit } from '#app/features/org-units/unit.operations.server.ts';
import type { UnitKind } from '#app/features/org-units/unit.ts';
import type { Id } from '#db/schema.ts';
import { bodyNames, federalPlan, regionPlan } from './demo-words.ts';

/** An organisation of the demonstration. */
export interface DemoOrganisation {
  id: Id;
  kind: UnitKind;
  name: string;
}

/** A region with its bodies. */
export interface DemoRegion {
  id: Id;
  ministry: Id;
  institute: Id;
  centre: Id;
  partner: Id;
  municipalities: { id: Id; organisations: DemoOrganisation[] }[];
}

/** The whole tree. */
export interface DemoTree {
  federation: Id;
  operator: Id;
  federalCentre: Id;
  regions: DemoRegion[];
}

const SINCE = '2012-09-01';

/** Builds the tree from the federation down, through the real operation. */
export async function buildTree(system: Context): Promise<DemoTree> {
  const add = async (kind: UnitKind, name: string, parentId: Id | null): Promise<Id> => {
    const { id } = await addUnit(system, { parentId, kind, name, shortName: name, startedOn: SINCE });
    return id;
  };
  const federation = await add('federation', federalPlan.name, null);
  const regions: DemoRegion[] = [];
  for (const plan of regionPlan) {
    const id = await add('region', plan.name, federation);
    const region: DemoRegion = {
      id,
      ministry: await add('regional_ministry', plan.ministry, id),
      institute: await add('regional_institute', plan.institute, id),
      centre: await add('professional_growth_center', plan.centre, id),
      partner: await add('partner_organization', plan.partner, id),
      municipalities: [],
    };
    for (const place of plan.municipalities) {
      const municipality = await add('municipality', place.name, id);
      await add('municipal_authority', bodyNames.authority(place.name), municipality);
      await add('municipal_methodical_service', bodyNames.service(place.name), municipality);
      const organisations: DemoOrganisation[] = [];
      for (const name of place.organisations) {
        organisations.push({ id: await add('school', name, municipality), kind: 'school', name });
      }
      if (place.college) {
        organisations.push({
          id: await add('college', place.college, municipality),
          kind: 'college',
          name: place.college,
        });
      }
      region.municipalities.push({ id: municipality, organisations });
    }
    regions.push(region);
  }
  return {
    federation,
    operator: await add('federal_operator', federalPlan.operator, federation),
    federalCentre: await add('federal_methodical_center', federalPlan.centre, federation),
    regions,
  };
}
