import type { Generated } from 'kysely';
import type { CreatedAt, Day, Id, Moment, Version } from './column-types.ts';

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

/** Many papers in one file, made in the background for one person. */
export interface PaperBundleTable {
  /** Identity. */ id: Id;
  /** Organisation of the papers. */ unitId: Id;
  /** Its region. */ regionId: Id | null;
  /** All papers of this mentorship; null for those of a year. */ mentorshipId: Id | null;
  /** All papers of this calendar year; null for those of a mentorship. */ year: number | null;
  /** pdf: one file with contents; docx: a ZIP of files. */ format: string;
  /** waiting, working, ready, failed, cancelled, expired. */ state: string;
  /** How far it is, 0 to 100. */ progressPercent: Generated<number>;
  /** Held by a job until then. */ busyUntil: Moment | null;
  /** How often it was begun. */ tries: Generated<number>;
  /** Why it failed. */ failureCode: string | null;
  /** Papers in it. */ paperCount: number;
  /** Pages of the PDF. */ pageCount: number | null;
  /** Bytes of the file. */ fileSize: number | null;
  /** SHA-256 of the file. */ fileSha256: string | null;
  /** Who asked; nobody else gets it. */ requestedBy: Id;
  /** When it was ready. */ readyAt: Moment | null;
  /** Last day it is kept. */ expiresOn: Day | null;
  /** Optimistic lock. */ version: Version;
  /** When asked. */ createdAt: CreatedAt;
}

/** The file of a bundle. */
export interface PaperBundleFileTable {
  /** The bundle. */ bundleId: Id;
  /** Its bytes. */ content: Buffer;
}

/** A paper of a bundle: rights to each are asked again when the file is given out. */
export interface PaperBundlePaperTable {
  /** The bundle. */ bundleId: Id;
  /** Place in it. */ position: number;
  /** act, supplement, programme, consent. */ kind: string;
  /** The act, supplement or mentorship, or the person who consented. */ paperId: Id;
}
