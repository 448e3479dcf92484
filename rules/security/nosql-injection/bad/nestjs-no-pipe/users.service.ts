import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { User, type UserDocument } from './user.schema';

@Injectable()
export class UsersService {
  constructor(@InjectModel(User.name) private readonly userModel: Model<UserDocument>) {}

  find(filter: any) {
    return this.userModel.find(filter).exec();
  }

  byEmail(email: string) {
    // expect: nosql-injection
    return this.userModel.findOne({ email }).exec();
  }
}
