import type { Day, Id, Moment, Version } from './column-types.ts';

/** How often a day an act was compared with what somebody holds; nobody is named. */
export interface LocalActCheckTable {
  /** The act. */ actId: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** Day. */ checkedOn: Day;
  /** What was held agreed. */ matched: number;
  /** It did not. */ differed: number;
}

/** By which standard of requisites an organisation's documents are printed. */
export interface OutputStandardTable {
  /** Identity. */ id: Id;
  /** Organisation. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** 2025 or 2016: the year of GOST R 7.0.97. */ standard: string;
  /** Who chose it. */ setBy: Id;
  /** When. */ setAt: Moment;
  /** Optimistic lock. */ version: Version;
}
