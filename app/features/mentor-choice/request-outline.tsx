import { SummaryList } from '#app/ui/SummaryList.tsx';
import {
  formatNames,
  menteeCategoryNames,
  occasionOf,
  remoteReasonNames,
  requestText,
} from '../mentoring-requests/mentoring-request.text.ts';
import type { Format, MenteeCategory, Occasion, RemoteReason } from '../mentoring-requests/mentoring-request.ts';
import { choiceText as t } from './mentor-choice.text.ts';

/** What a colleague may know of a request before he answers. */
export interface Outline {
  name: string | null;
  occasion: Occasion;
  menteeCategory: MenteeCategory;
  subject: string | null;
  formats: readonly Format[];
  remoteReason: RemoteReason | null;
  areas: readonly string[];
  words: { difficulties: string; expectation: string } | null;
}

/** A request as a colleague reads it; own words only as far as they are shown to him. */
export function RequestOutline({ outline }: { outline: Outline }) {
  const { name, occasion, menteeCategory, subject, formats, remoteReason, areas, words } = outline;
  const format = formats.length === 0 ? requestText.anyFormat : formats.map((one) => formatNames[one]).join(', ');
  return (
    <SummaryList
      rows={[
        ...(name ? [{ key: t.who, value: name }] : []),
        { key: requestText.labels.occasion, value: occasionOf[occasion] },
        { key: requestText.labels.menteeCategory, value: menteeCategoryNames[menteeCategory] },
        { key: requestText.labels.subject, value: subject ?? requestText.noSubject },
        { key: requestText.areas, value: areas.length === 0 ? requestText.noAreas : areas.join('; ') },
        {
          key: requestText.labels.formats,
          value: remoteReason ? `${format} (${remoteReasonNames[remoteReason]})` : format,
        },
        ...(words
          ? [
              { key: requestText.labels.difficulties, value: words.difficulties },
              { key: requestText.labels.expectation, value: words.expectation },
            ]
          : [{ key: requestText.words, value: t.noWords }]),
      ]}
    />
  );
}
