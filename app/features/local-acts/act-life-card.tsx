import type { ReactNode } from 'react';
import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { SummaryList, type SummaryRow } from '#app/ui/SummaryList.tsx';
import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { forceNames } from './act-force.text.ts';
import type { ActForce } from './act-force.ts';
import type { ActLife } from './act-life.server.ts';
import { signatureNames, lifeText as t } from './act-life.text.ts';
import { ReviewList } from './act-review-list.tsx';
import { SIGNATURE_KINDS } from './act-type.ts';
import { actText } from './local-act.text.ts';

const tones: Record<ActForce, Tone> = { upcoming: 'info', inForce: 'ok', superseded: 'grey', repealed: 'grey' };

/** Whether an approved act binds today, in a word. */
export function ActForceTag({ force }: { force: ActForce }) {
  return <Tag tone={tones[force]}>{forceNames[force]}</Tag>;
}

/** What has happened to an act and what can be done next, beside its text. */
export function ActLifeCard({ life }: { life: ActLife }) {
  const rows = [
    ...forceRows(life),
    ...bodyRows(life),
    ...signatureRows(life),
    ...acquaintanceRows(life),
    ...versionRows(life),
    ...publicationRows(life),
  ];
  return (
    <>
      {rows.length > 0 ? (
        <Card title={t.title}>
          <SummaryList rows={rows} />
        </Card>
      ) : null}
      {life.reviews.length > 0 ? (
        <Card title={t.reviews}>
          {life.reviewDueOn ? <p className="mute">{t.reviewUntil(life.reviewDueOn)}</p> : null}
          <ReviewList reviews={life.reviews} />
        </Card>
      ) : null}
    </>
  );
}

function forceRows(life: ActLife): SummaryRow[] {
  if (!life.force || !life.inForceOn) return [];
  const days = life.endedOn ? t.sinceUntil(life.inForceOn, life.endedOn) : t.since(life.inForceOn);
  const value = (
    <>
      <ActForceTag force={life.force} /> {days}
      {life.endReason ? <div className="mute">{t.repealedBecause(life.endReason)}</div> : null}
      {life.origin === 'paper' ? <div className="mute">{t.paperOrigin}</div> : null}
    </>
  );
  return [
    { key: t.force, value, ...(life.mayRepeal ? { change: { href: paths.actRepeal(life.id), text: t.repeal } } : {}) },
  ];
}

function bodyRows(life: ActLife): SummaryRow[] {
  return life.bodies.map(({ body, isSaidInText, opinion }) => {
    const isKnown = isSaidInText || opinion !== null;
    const href = body === 'council' ? paths.actCouncil(life.id) : paths.actUnion(life.id);
    return {
      key: body === 'council' ? t.council : t.union,
      value: opinion ? opinionWords(opinion) : isSaidInText ? t.saidInText : <Tag tone="warn">{t.notYet}</Tag>,
      ...(life.mayRecord && !isKnown ? { change: { href, text: t.record } } : {}),
    };
  });
}

function opinionWords({ outcome, number, heldOn, note }: NonNullable<ActLife['bodies'][number]['opinion']>): string {
  if (outcome === 'absent' || !number || !heldOn) return t.absent;
  const minutes = t.minutes(number, formatDay(heldOn));
  return outcome === 'objected' ? `${t.objected}, ${minutes}. ${note}` : minutes;
}

function signatureRows(life: ActLife): SummaryRow[] {
  const kind = SIGNATURE_KINDS.find((one) => one === life.signatureKind);
  if (life.state !== 'approved' || !kind || life.origin === 'paper') return [];
  const change = life.mayAttach ? { change: { href: paths.actSignature(life.id), text: t.attach } } : {};
  return [{ key: t.signature, value: <Signature life={life} name={signatureNames[kind]} />, ...change }];
}

function Signature({ life, name }: { life: ActLife; name: string }) {
  const { signature } = life;
  if (!signature) {
    return (
      <>
        {name}, <Tag tone="warn">{life.signatureKind === 'paper' ? t.scanAwaited : t.signatureAwaited}</Tag>
        <AlsoSigned life={life} />
      </>
    );
  }
  const {
    certificateHolder: holder,
    certificateIssuer: issuer,
    certificateSerial: serial,
    validFrom,
    validTo,
  } = signature;
  const lines: ReactNode[] = [];
  if (holder && issuer) lines.push(t.certificate(holder, issuer));
  if (serial && validFrom && validTo) lines.push(t.serial(serial, validFrom, validTo));
  return (
    <>
      {name}, {t.signedOn(signature.signedOn)}
      <AlsoSigned life={life} />
      {lines.map((line, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fixed lines, rendered once on the server
        <div className="mute" key={position}>
          {line}
        </div>
      ))}
      {signature.fileId && life.isStaff ? (
        <div>
          <a href={paths.actFile(signature.fileId)}>{t.openFile}</a>
          {holder ? (
            <>
              {' · '}
              <a href={paths.actPdfSigned(life.id)}>{t.openSigned}</a>
            </>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

/** How those sign who do not approve the document in the program. */
function AlsoSigned({ life: { approval } }: { life: ActLife }) {
  return approval === 'sides' || approval === 'person' ? <div className="mute">{t.alsoSigned[approval]}</div> : null;
}

function acquaintanceRows(life: ActLife): SummaryRow[] {
  if (!life.needsAcquaintance) return [];
  const { all, read } = life.acquainted;
  const change = life.isStaff ? { change: { href: paths.actAcquaintance(life.id), text: t.acquaintanceList } } : {};
  return life.isStaff ? [{ key: t.acquaintance, value: t.acquainted(read, all), ...change }] : [];
}

function versionRows(life: ActLife): SummaryRow[] {
  const rows = life.versions.map(({ id, number, registeredOn, isNewer }) => ({
    key: isNewer ? t.replacedBy : t.replaces,
    value: (
      <a href={paths.act(id)}>
        {number && registeredOn ? actText.numbered(number, formatDay(registeredOn)) : t.noNumber}
      </a>
    ),
  }));
  const hasNewer = life.versions.some(({ isNewer }) => isNewer);
  if (!life.mayBegin || hasNewer) return rows;
  return [...rows, { key: t.versions, value: <a href={paths.actVersion(life.id)}>{t.begin}</a> }];
}

function publicationRows(life: ActLife): SummaryRow[] {
  if (!life.mayPublish && !life.publishedOn) return [];
  const href = life.publishedOn ? paths.actUnpublish(life.id) : paths.actPublish(life.id);
  const change = life.mayPublish ? { change: { href, text: life.publishedOn ? t.unpublish : t.publish } } : {};
  const value = life.publishedOn ? t.publishedSince(life.publishedOn) : t.notPublished;
  return [{ key: t.publication, value, ...change }];
}
