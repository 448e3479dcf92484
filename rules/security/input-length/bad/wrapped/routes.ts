import express from 'express';
import { createNote, createTag } from './controllers';

const router = express.Router();

// expect: input-length
router.post('/notes', createNote);
// What another route behind the same wrapper lets through is none of its own.
router.post('/tags', createTag);

const app = express();
app.use(express.json());
app.use('/api', router);
