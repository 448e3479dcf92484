/** What clients send, and whether it is checked. */
import { ofDirectory, ofStaff } from './email-senders.js';
import { emailCheck, keepsEmail, takesEmail } from './email-validation.js';
import { bodyBounded, bodyGathered } from './gathered-bodies.js';
import { formSizeChecked, formTakesFile, sizeRefusedLater } from './form-files.js';
import { declaresTexts, keepsTexts, unboundedTexts } from './input-length.js';
import { inputChecked, inputRead, inputUnchecked } from './input-validation.js';
import { filesUnread } from './unread-files.js';
import { uploadAccepts, uploadCheckedElsewhere, uploadTestedByPrefix } from './uploads.js';
import type { Predicate } from '../index.js';

export const INPUT: Readonly<Record<string, Predicate>> = {
  'body.bounded': bodyBounded,
  'body.gathered': bodyGathered,
  'email.check': emailCheck,
  'email.kept': keepsEmail,
  'email.of-directory': ofDirectory,
  'email.of-staff': ofStaff,
  'email.taken': takesEmail,
  'input.checked': inputChecked,
  'input.read': inputRead,
  'input.unchecked': inputUnchecked,
  'length.declares': declaresTexts,
  'length.kept': keepsTexts,
  'length.unbounded': unboundedTexts,
  'upload.accepts': uploadAccepts,
  'upload.checked-elsewhere': uploadCheckedElsewhere,
  'upload.files-unread': filesUnread,
  'upload.form-size-checked': formSizeChecked,
  'upload.form-takes-file': formTakesFile,
  'upload.size-refused-later': sizeRefusedLater,
  'upload.tested-by-prefix': uploadTestedByPrefix,
};
