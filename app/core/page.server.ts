import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect, type TypedResponse } from '@remix-run/node';
import { z } from 'zod';
import { mayHold } from '#app/access/actor.ts';
import type { Permission } from '#app/access/policy.ts';
import { NotFound, Unauthenticated } from '#app/access/refusals.ts';
import { type Context, requestContext } from './context.server.ts';
import { edgeResponse } from './edge.server.ts';
import { safeFileName } from './file-names.ts';
import { flashCookie } from './flash.server.ts';
import type { FormProblem } from './form.ts';
import { type FormSpec, problemOf, readForm } from './read-form.server.ts';
import type { AppServices } from './services.server.ts';

/** Who may open a page at all; rows are decided by the queries. A list means any of the permissions. */
export type Need = 'public' | 'signedIn' | Permission | readonly Permission[];

/** What a loader's body receives. */
export interface PageInput<P, Q> {
  ctx: Context;
  params: P;
  query: Q;
  request: Request;
  services: AppServices;
}

interface PageSpec<P extends z.ZodType, Q extends z.ZodType> {
  need: Need;
  params?: P;
  query?: Q;
}

type Params<P extends z.ZodType> = z.output<P>;

/** Makes a page's loader: context, access to the page, parameters and filters, then the body; errors become answers. */
export function pageLoader<D, P extends z.ZodType = z.ZodObject, Q extends z.ZodType = z.ZodObject>(
  spec: PageSpec<P, Q>,
  body: (input: PageInput<Params<P>, Params<Q>>) => Promise<D>,
) {
  const loader = async (args: LoaderFunctionArgs): Promise<D> => {
    try {
      return await body(await pageInput(spec, args));
    } catch (error) {
      throw edgeResponse(error, args.request, args.context.services);
    }
  };
  return Object.assign(loader, { need: spec.need });
}

/** Result of a form: where to go, and the sentence that confirms what was done. */
export interface Done {
  to: string;
  done?: string;
  /** More headers, such as a session cookie. */
  headers?: [string, string][];
}

/** What an action's body receives. */
export interface FormInput<P, I> extends PageInput<P, unknown> {
  input: I;
  /** Key of a form that may be posted once; null when the form has none. */
  onceKey: string | null;
}

/** How an action reads its form: always the same way, or as its address says (a type of document has its own fields). */
type Forms<S extends z.ZodObject, P> = FormSpec<S> | { formFor: (page: PageInput<P, unknown>) => Promise<FormSpec<S>> };

/** Makes a page's action: the form is read and checked, the body acts, a refusal goes back with what was typed. */
export function formAction<S extends z.ZodObject, P extends z.ZodType = z.ZodObject>(
  spec: { need: Need; params?: P } & Forms<S, Params<P>>,
  body: (input: FormInput<Params<P>, z.output<S>>) => Promise<string | Done>,
) {
  const action = async (args: ActionFunctionArgs): Promise<TypedResponse<FormProblem>> => {
    let typed: Record<string, string | string[]> = {};
    let asked: FormSpec<S> | null = null;
    try {
      const page = await pageInput({ need: spec.need, params: spec.params }, args);
      asked = 'formFor' in spec ? await spec.formFor(page) : spec;
      const form = await readForm(args.request, asked);
      typed = form.typed;
      if ('problem' in form) return json(form.problem, { status: 422 });
      const result = await body({ ...page, input: form.input, onceKey: form.onceKey });
      throw seeOther(typeof result === 'string' ? { to: result } : result, args.context.services);
    } catch (error) {
      if (error instanceof Response) throw error;
      const refused = asked && problemOf(error, asked, typed);
      if (refused) return json(refused.problem, { status: refused.status });
      throw edgeResponse(error, args.request, args.context.services);
    }
  };
  return Object.assign(action, { need: spec.need });
}

/** A file to give out. */
export interface Download {
  /** Name in Russian; an ASCII fallback is made of it. */
  fileName: string;
  /** MIME type. */
  type: string;
  body: Uint8Array;
  /** Shown in the browser instead of saved. */
  inline?: boolean;
}

/** Makes a download's loader: the same rules as a page's. */
export function download<P extends z.ZodType = z.ZodObject, Q extends z.ZodType = z.ZodObject>(
  spec: PageSpec<P, Q>,
  body: (input: PageInput<Params<P>, Params<Q>>) => Promise<Download>,
) {
  const loader = async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      const file = await body(await pageInput(spec, args));
      return new Response(file.body as Uint8Array<ArrayBuffer>, { headers: fileHeaders(file) });
    } catch (error) {
      throw edgeResponse(error, args.request, args.context.services);
    }
  };
  return Object.assign(loader, { need: spec.need });
}

async function pageInput<P extends z.ZodType, Q extends z.ZodType>(
  spec: PageSpec<P, Q>,
  args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<PageInput<Params<P>, Params<Q>>> {
  const ctx = await requestContext(args.request, args.context);
  admit(ctx, spec.need);
  const params = (spec.params ?? z.object({})).safeParse(args.params);
  if (!params.success) throw new NotFound('params');
  const search = Object.fromEntries(new URL(args.request.url).searchParams);
  const query = (spec.query ?? z.object({})).safeParse(search);
  if (!query.success) throw new NotFound('query');
  return {
    ctx,
    params: params.data as Params<P>,
    query: query.data as Params<Q>,
    request: args.request,
    services: args.context.services,
  };
}

function admit(ctx: Context, need: Need): void {
  if (need === 'public') return;
  if (ctx.actor.kind === 'anonymous') throw new Unauthenticated();
  if (need === 'signedIn') return;
  const permissions = typeof need === 'string' ? [need] : need;
  if (!permissions.some((permission) => mayHold(ctx.actor, permission))) throw new NotFound('page');
}

function seeOther(done: Done, services: AppServices): Response {
  const headers = new Headers(done.headers);
  if (done.done) headers.append('Set-Cookie', flashCookie(done.done, services.config.isSecure));
  return redirect(done.to, { status: 303, headers });
}

function fileHeaders(file: Download): Headers {
  const name = safeFileName(file.fileName);
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\;%]/g, '_');
  const kind = file.inline ? 'inline' : 'attachment';
  return new Headers({
    'Content-Type': file.type,
    'Content-Length': String(file.body.byteLength),
    'Content-Disposition': `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
}
