import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulesAgainstPair } from '#app/features/mentorships/mentorship-rules.ts';
import { canonicalJson } from '#app/features/scenarios/canonical.ts';
import { brokenPinWords, unplacedWords } from '#app/features/scenarios/scenario.text.ts';
import { makeProblem, ruleAt } from '#app/features/scenarios/scenario-problem.ts';
import { solveScenario } from '#app/features/scenarios/scenario-solve.ts';
import { openScenarioSolver, SolverGaveUp } from '#app/features/scenarios/scenario-solver.server.ts';
import { largeTask, menteeOf, mentorOf, TODAY, taskOf } from './pools.ts';

const monday = (fromMinute: number) => [{ weekday: 1, fromMinute, toMinute: fromMinute + 60 }];
const physics = [{ postCode: 'teacher', isTeaching: true, subject: 'физика', startedOn: '2010-09-01', endedOn: null }];
const outcomeOf = (answer: ReturnType<typeof solveScenario>, personId: string) =>
  answer.mentees.find((one) => one.personId === personId);

describe('an answer', () => {
  test('places as many as can be, though somebody gets the second best for it', () => {
    const answer = solveScenario(
      taskOf({
        mentees: [menteeOf('y1', { work: physics }), menteeOf('y2', { formats: ['in_person'] })],
        mentors: [mentorOf('m1', 1), mentorOf('m2', 1, { work: physics, formats: ['remote'] })],
      }),
    );
    // Nobody meets the one who only works at a distance, so the only other mentor goes to one of them.
    expect(answer.figures).toMatchObject({ placed: 1, remoteGain: 1 });
    expect(outcomeOf(answer, 'y1')?.unplaced).toMatchObject({ code: 'places-taken', isPlacedRemotely: true });
  });

  test('names the binding rule of who is left, in numbers and by subject', () => {
    const answer = solveScenario(
      taskOf({
        mentees: [menteeOf('y1', { work: physics })],
        mentors: [mentorOf('m1', 0, { work: physics }), mentorOf('m2', 0), mentorOf('y1', 3)],
      }),
    );
    const { unplaced } = outcomeOf(answer, 'y1') ?? {};
    expect(unplaced).toEqual({
      code: 'nobody-may',
      counts: [
        ['no-capacity', 2],
        ['mentor-is-mentee', 1],
      ],
      allowed: 0,
      subject: { name: 'физика', mentors: 1, free: 0 },
      isPlacedRemotely: false,
    });
    const words = unplaced ? unplacedWords(unplaced) : '';
    expect(words).toContain('нет свободных мест — 2');
    expect(words).toContain('«физика»');
  });

  test('tells what working at a distance would give', () => {
    const sides = {
      mentees: [menteeOf('y1', { slots: monday(600) }), menteeOf('y2', { slots: monday(600) })],
      mentors: [mentorOf('m1', 2, { slots: monday(900) })],
    };
    const here = solveScenario(taskOf(sides));
    expect(here.figures).toMatchObject({ placed: 0, remoteGain: 2 });
    expect(outcomeOf(here, 'y1')?.refused).toEqual([['no-common-time', [0]]]);
    expect(solveScenario(taskOf(sides, { isRemoteAllowed: true })).figures).toMatchObject({
      placed: 2,
      remoteGain: null,
    });
  });

  test('under a threshold makes no pair below it, but holds a pin', () => {
    const sides = {
      mentees: [menteeOf('y1'), menteeOf('y2', { work: physics })],
      mentors: [mentorOf('m1', 2)],
    };
    const strict = solveScenario(taskOf(sides, { aim: 'quality', threshold: 55 }));
    expect(strict.figures.placed).toBe(1);
    expect(outcomeOf(strict, 'y2')?.refused).toEqual([['under-threshold', [0]]]);
    const pins = [{ menteeId: 'y2', mentorId: 'm1', kind: 'pin' as const }];
    expect(solveScenario(taskOf(sides, { aim: 'quality', threshold: 55, pins })).figures.placed).toBe(2);
  });

  test('a pin against a secret wish is broken in the words of a place taken, a ban is shown as one', () => {
    const sides = { mentees: [menteeOf('y1', { avoids: ['m1'] }), menteeOf('y2')], mentors: [mentorOf('m1', 1)] };
    const pin = (menteeId: string) => ({ menteeId, mentorId: 'm1', kind: 'pin' as const });
    const secret = solveScenario(taskOf(sides, { pins: [pin('y1')] })).figures.brokenPins;
    const full = solveScenario(
      taskOf({ ...sides, mentees: [menteeOf('y1'), menteeOf('y2')] }, { pins: [pin('y2'), pin('y1')] }),
    ).figures.brokenPins;
    expect(secret).toHaveLength(1);
    expect(secret).toEqual(full);
    expect(brokenPinWords('avoided')).toBe(brokenPinWords('no-place-left'));
    const banned = solveScenario(taskOf(sides, { pins: [{ ...pin('y1'), kind: 'ban' }] }));
    expect(outcomeOf(banned, 'y1')?.refused).toEqual([['banned', [0]]]);
  });

  test('never lets two people mentor each other', () => {
    const both = {
      mentees: [menteeOf('a', { teachingSince: '2005-09-01' }), menteeOf('b', { teachingSince: '2005-09-01' })],
      mentors: [mentorOf('a', 1), mentorOf('b', 1)],
    };
    const answer = solveScenario(taskOf(both, { pool: 'all' }));
    expect(answer.figures.placed).toBe(1);
    expect(answer.mentees.flatMap(({ refused }) => refused.map(([rule]) => rule))).toContain('mirrored');
  });

  test('names the nearest alternative and whether it is full', () => {
    const answer = solveScenario(
      taskOf({
        mentees: [menteeOf('y1'), menteeOf('y2')],
        mentors: [mentorOf('m1', 1), mentorOf('m2', 2, { category: 'first' })],
      }),
    );
    expect(answer.figures.placed).toBe(2);
    expect(outcomeOf(answer, 'y1')?.alternative).not.toBeNull();
    const second = answer.mentees.find(({ mentorId }) => mentorId === 'm2');
    expect(second?.alternative).toMatchObject({ mentorId: 'm1', isFull: true });
  });

  test('is the same bytes for the same task in whatever order its people come', () => {
    const task = largeTask({ mentees: 60, mentors: 30 });
    const answer = canonicalJson(solveScenario(task));
    expect(canonicalJson(solveScenario(task))).toBe(answer);
    const turned = solveScenario({ ...task, mentees: [...task.mentees].reverse() });
    expect(canonicalJson([...turned.mentees].reverse())).toBe(canonicalJson(JSON.parse(answer).mentees));
  });
});

test('rules asked of one side at a time say the same as asked of every pair', () => {
  const day = fc.constantFrom('2005-09-01', '2015-09-01', '2026-12-01', '2027-03-01');
  const work = fc.record({
    postCode: fc.constantFrom('teacher', 'head', 'academic_secretary'),
    isTeaching: fc.boolean(),
    subject: fc.constant(null),
    startedOn: day,
    endedOn: fc.option(day),
  });
  const anybody = fc.record({
    work: fc.array(work, { maxLength: 2 }),
    teachingSince: fc.option(day),
    places: fc.integer({ min: 0, max: 2 }),
    isTaking: fc.boolean(),
    hasResults: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(anybody, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('one_to_one', 'virtual'),
      (all, kindCode) => {
        const mentors = all.map(({ places, isTaking, hasResults, ...facts }, index) => {
          const made = mentorOf(`p${index}`, places, facts);
          return { ...made, mentor: { ...made.mentor, isTaking, hasResults } };
        });
        const mentees = all.map(({ work, teachingSince }, index) => menteeOf(`p${index}`, { work, teachingSince }));
        const task = taskOf({ mentees, mentors }, { kindCode });
        const problem = makeProblem(task);
        for (const [row, mentee] of mentees.entries()) {
          for (const [column, mentor] of mentors.entries()) {
            const pair = { mentor: { ...mentor.mentor, withMentee: [] }, mentee: mentee.facts };
            const rules = rulesAgainstPair(
              { ...pair, period: { startedOn: TODAY, endedOn: '2027-05-31' }, kindCode, hoursPerWeek: 1 },
              TODAY,
            );
            const said = ruleAt(problem, row * mentors.length + column);
            if (rules.length > 0) expect(rules).toContain(said);
            else expect(['side-not-for-form', 'direct-subordination', null]).toContain(said);
          }
        }
      },
    ),
  );
});

describe('the thread', () => {
  const workerFile = new URL('../../../app/features/scenarios/scenario.worker.ts', import.meta.url).href;
  const place = { workerFile, execArgv: ['--import', 'tsx'] };

  test('gives the same answer as this thread, and tells how far it is', { timeout: 60_000 }, async () => {
    const solver = openScenarioSolver(place);
    const heard: number[] = [];
    const task = largeTask({ mentees: 120, mentors: 60 });
    const answer = await solver.solve(task, (share) => heard.push(share));
    await solver.close();
    expect(canonicalJson(answer)).toBe(canonicalJson(solveScenario(task)));
    expect(heard.length).toBeGreaterThan(0);
  });

  test('gives up in time instead of holding everybody up', { timeout: 60_000 }, async () => {
    const solver = openScenarioSolver({ ...place, timeMs: 1 });
    await expect(solver.solve(largeTask({ mentees: 400, mentors: 200 }), () => undefined)).rejects.toThrow(
      SolverGaveUp,
    );
    await solver.close();
  });
});
