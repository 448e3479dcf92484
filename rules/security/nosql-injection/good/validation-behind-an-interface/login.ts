import express from 'express';
import validator from 'validator';
import { MongoClient } from 'mongodb';
import { All, Email, RequiredField, type Validation } from './validation';

class Login {
  constructor(private readonly validation: Validation) {}
  async handle(request: any) {
    const error = this.validation.validate(request);
    if (error) return { status: 400 };
    const client = new MongoClient('mongodb://localhost');
    // What the validations refuse cannot be told.
    const account = await client.db().collection('accounts').findOne({ email: request.email });
    return { status: account ? 200 : 401 };
  }
}

const login = new Login(new All([new RequiredField('email'), new Email('email', { isValid: (email) => validator.isEmail(email) })]));
const app = express();
app.post('/login', express.json(), async (req, res) => {
  const { status } = await login.handle({ ...req.body });
  res.status(status).end();
});
