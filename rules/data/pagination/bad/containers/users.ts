import { PrismaClient, type User } from '@prisma/client';
import { Service } from 'typedi';

@Service()
export class UserService {
  public user = new PrismaClient().user;

  public async findAllUser(): Promise<User[]> {
    // expect: pagination P1
    const allUser: User[] = await this.user.findMany();
    return allUser;
  }
}
