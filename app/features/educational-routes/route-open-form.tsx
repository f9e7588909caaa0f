import type { FormProblem } from '#app/core/form.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import type { Day, Id } from '#db/schema.ts';
import { routeText } from './route.text.ts';
import { ROUTE_YEARS } from './route.ts';

/** The term, the start and the tutor of a route about to be opened; a tutor opens it for himself. */
export function RouteOpenForm(props: {
  problem: FormProblem | undefined;
  personId: Id;
  centres: readonly { id: Id; shortName: string }[];
  tutors: readonly { id: Id; name: string }[];
  today: Day;
  onceKey: Id;
}) {
  const { centres, tutors } = props;
  const { labels } = routeText;
  return (
    <Card>
      <Form problem={props.problem} submit={routeText.open} cancel={paths.routes()} once={props.onceKey} keep>
        <HiddenField name="personId" value={props.personId} />
        {centres.length === 1 && centres[0] ? (
          <HiddenField name="centreId" value={centres[0].id} />
        ) : (
          <SelectField
            name="centreId"
            label={labels.centreId}
            options={centres.map((centre) => ({ value: centre.id, text: centre.shortName }))}
          />
        )}
        <RadioField
          name="years"
          label={labels.years}
          inline
          options={ROUTE_YEARS.map((years) => ({ value: String(years), text: routeText.years[years] }))}
        />
        <DateField name="startedOn" label={labels.startedOn} defaultValue={props.today} />
        <SelectField
          name="tutorId"
          label={labels.tutorId}
          optional
          empty={routeText.tutorLater}
          options={tutors.map((tutor) => ({ value: tutor.id, text: tutor.name }))}
        />
        <TextArea name="targetImage" label={labels.targetImage} optional />
      </Form>
    </Card>
  );
}
