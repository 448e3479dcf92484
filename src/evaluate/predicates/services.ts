/** `service.called-often`: is the external service called in more places than one or two? */
import { answerOf } from '../answer.js';
import { placesOf } from '../services/external-service.js';
import type { Predicate } from './index.js';

export const calledOften: Predicate = ({ service }, _operand, evaluation) => answerOf(service !== null && placesOf(service, evaluation) > 2);
