/** `routes-have`: whether the package answers under such a path. */
import { lazily, some, unknown, yes } from '../answer.js';
import type { ConditionWord } from '../compiler.js';
import { scalarSubject } from '../subject.js';

/** A route whose path could not be put together may be the one that is asked for. */
export const routesHave: ConditionWord<'routes-have'> = ({ path }, compiler) => {
  const judge = compiler.test(path);
  return (_site, evaluation) => {
    const { program } = evaluation;
    const routes = program.routes.filter((route) => evaluation.holds(route.value, compiler.reach));
    return some(
      lazily(routes, (route) => {
        const related = [{ location: program.location(route.value), text: `${route.method} ${route.path}` }];
        if (route.path === '') return unknown('what path each route has', { related });
        const answer = judge(scalarSubject(route.path), evaluation);
        return answer.truth === 'yes' ? yes({ reason: `${route.method} ${route.path} is there`, related, confidence: route.confidence }) : answer;
      }),
    );
  };
};
