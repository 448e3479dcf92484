/** Settings, stages, pipelines, and what the program is installed with. */
import { partOfAlternative } from './built-addresses.js';
import { chosenPartner } from './chosen-partners.js';
import { advisory, noticed, reported, unasked, unlocked, unpinned, withdrawn } from './dependencies.js';
import { handedIn, ofDocumentation } from './handed-in.js';
import { answer, imported, unreached } from './mock-data.js';
import { byScript } from './pipelines.js';
import { proposed } from './proposed-answers.js';
import { fallbackRefused } from './refused-values.js';
import { ended } from './runtimes.js';
import { leftEmptyInSamples } from './sample-settings.js';
import { readsNamed, stageInConfiguration, stageScattered } from './stages.js';
import { switchedIntegration } from './switched-integrations.js';
import type { Predicate } from '../index.js';

export const CONFIGURATION: Readonly<Record<string, Predicate>> = {
  'dependency.advisory': advisory,
  'dependency.noticed': noticed,
  'dependency.reported': reported,
  'dependency.unasked': unasked,
  'dependency.unlocked': unlocked,
  'dependency.unpinned': unpinned,
  'dependency.withdrawn': withdrawn,
  'env.chosen-partner': chosenPartner,
  'env.fallback-refused': fallbackRefused,
  'env.handed-in': handedIn,
  'env.left-empty': leftEmptyInSamples,
  'env.of-documentation': ofDocumentation,
  'env.part-of-alternative': partOfAlternative,
  'env.switched': switchedIntegration,
  'environment.named': readsNamed,
  'environment.proposed': proposed,
  'environment.stage-in-configuration': stageInConfiguration,
  'environment.stage-scattered': stageScattered,
  'mock.answer': answer,
  'mock.imported': imported,
  'mock.unreached': unreached,
  'pipeline.by-script': byScript,
  'runtime.ended': ended,
};
