import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { ConfirmPanel } from '#app/ui/ConfirmPanel.tsx';
import { LiveRegion } from '#app/ui/LiveRegion.tsx';
import { Meter } from '#app/ui/Meter.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { formatNumber, formatPercent } from '#app/ui/numbers.ts';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findBundle, isStillReadable } from './bundle.queries.server.ts';
import { bundleParams } from './bundle.schema.ts';
import { bundleFailures, bundleFormats, bundleSentences, bundleText } from './bundle.text.ts';
import { BUNDLE_FAILURES, ruleAgainstCancelling } from './bundle.ts';
import { BundleStateTag } from './bundle-state-tag.tsx';

const SECONDS_BETWEEN_LOOKS = 1;
const MEGABYTE = 1_000_000;

/** One bundle: how far it is, where to get it, until when it is kept. */
export const loader = pageLoader({ need: 'signedIn', params: bundleParams }, async ({ ctx, params }) => {
  const bundle = await findBundle(ctx, params.id);
  const { id, name, state, format, progressPercent, failureCode, paperCount, pageCount, fileSize, expiresOn } = bundle;
  return {
    ...{ id, name, state, format, progressPercent, paperCount, pageCount, fileSize, expiresOn },
    mentorshipId: bundle.mentorshipId,
    failure: BUNDLE_FAILURES.find((code) => code === failureCode) ?? 'fault',
    isReadable: state === 'ready' && (await isStillReadable(ctx, bundle)),
    mayCancel: ruleAgainstCancelling(state) === null,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? bundleText.title} — ${uiText.brand}` },
];

export default function BundlePage() {
  const bundle = useLoaderData<typeof loader>();
  const isWaiting = bundle.state === 'waiting' || bundle.state === 'working';
  const again = bundle.mentorshipId ? paths.bundleOf(bundle.mentorshipId) : paths.bundleNew();
  return (
    <Page
      title={bundle.name}
      lede={
        <>
          <BundleStateTag state={bundle.state} /> {bundleFormats[bundle.format]}
        </>
      }
      back={{ href: paths.bundles(), text: bundleText.back }}
      actions={
        <>
          {bundle.mayCancel ? <ButtonLink href={paths.bundleCancel(bundle.id)} text={bundleText.cancel} /> : null}
          {isWaiting ? null : <ButtonLink href={again} text={bundleText.again} />}
        </>
      }
    >
      <Standing bundle={bundle} />
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Standing({ bundle }: { bundle: Shown }) {
  switch (bundle.state) {
    case 'waiting':
    case 'working':
      return (
        <LiveRegion id="bundle-work" href={paths.bundle(bundle.id)} seconds={SECONDS_BETWEEN_LOOKS}>
          <Meter
            label={bundleText[bundle.state]}
            text={formatPercent(bundle.progressPercent / 100, 0)}
            share={bundle.progressPercent / 100}
          />
        </LiveRegion>
      );
    case 'ready':
      return bundle.isReadable ? (
        <Ready bundle={bundle} />
      ) : (
        <Notice tone="warn">{bundleSentences['rights-changed']}</Notice>
      );
    case 'failed':
      return (
        <Notice tone="bad" title={bundleText.failedTitle}>
          <p>{bundleFailures[bundle.failure]}</p>
        </Notice>
      );
    case 'cancelled':
      return <Notice>{bundleText.cancelled}</Notice>;
    case 'expired':
      return <Notice>{bundleText.expired}</Notice>;
  }
}

function Ready({ bundle }: { bundle: Shown }) {
  const size = bundleText.megabytes(formatNumber(Math.max(0.1, (bundle.fileSize ?? 0) / MEGABYTE), 1));
  return (
    <ConfirmPanel
      title={bundleText.ready}
      next={<ButtonLink href={paths.bundleFile(bundle.id)} text={bundleText.download} primary download />}
    >
      <p>{bundleText.readyText(bundle.paperCount, bundle.pageCount, size, formatDay(bundle.expiresOn ?? ''))}</p>
    </ConfirmPanel>
  );
}
