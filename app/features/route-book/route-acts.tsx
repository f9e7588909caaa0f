import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import type { Id } from '#db/schema.ts';
import { routeText } from '../educational-routes/route.text.ts';
import { bookText } from './route-book.text.ts';

/** What can be done with the whole route, by the flags the reader's reach gave. */
export function RouteActs(props: {
  route: { id: Id; isOwner: boolean; mayPlan: boolean; mayAssign: boolean };
  seesPlan: boolean;
  isWhole: boolean;
  tutor: string | null;
}) {
  const { route } = props;
  return (
    <>
      {route.mayPlan ? <ButtonLink href={paths.routeStepAdd(route.id)} text={routeText.addStep} /> : null}
      {props.seesPlan ? <ButtonLink href={paths.routeDiagnosis(route.id)} text={routeText.diagnosis} /> : null}
      {props.isWhole ? <ButtonLink href={paths.routeLife(route.id)} text={routeText.life} /> : null}
      {route.mayAssign ? (
        <ButtonLink
          href={paths.routeTutor(route.id)}
          text={props.tutor ? routeText.changeTutor : routeText.assignTutor}
        />
      ) : null}
      {props.isWhole ? <ButtonLink href={paths.routePdf(route.id)} text={bookText.pdf} /> : null}
      {route.isOwner ? (
        <>
          <ButtonLink href={paths.routeJson(route.id)} text={bookText.json} />
          <ButtonLink href={paths.routeLooks(route.id)} text={bookText.looks} />
        </>
      ) : null}
    </>
  );
}
