/** Routes of NestJS applications: controllers, modules, and what stands before all routes. */
import { describe, expect, test } from 'vitest';
import { routesOf, table } from './routes-of.js';

const GUARDS = `import { Injectable } from '@nestjs/common';
@Injectable() export class Auth { canActivate() { return true; } } @Injectable() export class Roles { canActivate() { return true; } }
@Injectable() export class Timing { intercept() {} } @Injectable() export class Log { use(req, res, next) { next(); } } export class Problems { catch() {} }`;
const MAIN = (setup = '') => `import { NestFactory, } from '@nestjs/core'; import { ValidationPipe, VersioningType } from '@nestjs/common'; import { AppModule } from './module'; import { Auth, Roles, Timing, Problems } from './guards'; import helmet from 'helmet';
async function main() { const app = await NestFactory.create(AppModule); ${setup} await app.listen(3000); } main();`;
const IMPORTS = `import { Controller, Get, Post, All, Body, Param, ParseIntPipe, UseGuards, UsePipes, UseInterceptors, UseFilters, ValidationPipe, Version, VERSION_NEUTRAL, applyDecorators } from '@nestjs/common'; import { Auth, Roles, Timing, Problems } from './guards';\n`;
const MODULE = `import { Module } from '@nestjs/common'; import { Users } from './users'; @Module({ controllers: [Users] }) export class AppModule {}`;

function app(controller: string, setup = '', module = MODULE, more: Record<string, string> = {}): string[] {
  return table({ 'main.ts': MAIN(setup), 'module.ts': module, 'users.ts': IMPORTS + controller, 'guards.ts': GUARDS, ...more });
}

describe('controllers', () => {
  test('guards, interceptors and pipes in the order in which they run', () => {
    expect(
      app(`@UsePipes(ValidationPipe) @UseGuards(Auth) @Controller('users') export class Users {
  @UseInterceptors(Timing) @UseGuards(Roles) @Get(':id') one(@Param('id', ParseIntPipe) id) {}
  @Post() create(@Body(new ValidationPipe()) body) {} @All('any') any() {} helper() {} }`),
    ).toEqual([
      'GET /users/:id [guard Auth, guard Roles, interceptor Timing, pipe ValidationPipe, pipe ParseIntPipe]',
      'POST /users [guard Auth, pipe ValidationPipe, pipe new ValidationPipe()]',
      'ALL /users/any [guard Auth, pipe ValidationPipe]',
    ]);
  });

  test('decorators that the program puts together', () => {
    expect(app(`const Secure = (role) => applyDecorators(UseGuards(Auth, Roles)); @Controller() export class Users { @Secure('admin') @Get('x') x() {} }`)).toEqual(['GET /x [guard Secure(), guard Secure()]']);
  });

  test('a controller that a decorator of the program makes, with what it adds by its parameters', () => {
    const composing = `function Api(name, secured = true) { const parts = [Controller(name)]; if (secured) parts.push(UseGuards(Auth)); return applyDecorators(...parts); }
const Closed = (name) => applyDecorators(Controller(\`admin/\${name}\`), UseGuards(Roles));\n`;
    expect(app(`${composing}@Api('users') export class Users { @Get(':id') one() {} }`)).toEqual(['GET /users/:id [guard Api()]']);
    expect(app(`${composing}@Api('auth', false) export class Users { @Post('login') one() {} }`)).toEqual(['POST /auth/login []']);
    expect(app(`${composing}@Closed('users') export class Users { @Get() all() {} }`)).toEqual(['GET /admin/users [guard Closed()]']);
    expect(app(`${composing}@Api('users', process.env.SECURED) export class Users { @Get() all() {} }`)[0]).toMatch(/^GET \/users \[guard Api\(\)/);
  });

  test('options, several paths, and inherited routes', () => {
    expect(app(`class Base { @Get('list') list() {} } @Controller({ path: ['a', 'b'] }) export class Users extends Base { @Get(['x', 'y']) x() {} }`)).toEqual([
      'GET /a/list []',
      'GET /b/list []',
      'GET /a/x []',
      'GET /a/y []',
      'GET /b/x []',
      'GET /b/y []',
    ]);
  });

  test('that no application has are listed as far as they are known', () => {
    expect(app(`@Controller('users') export class Users {} @Controller('lost') export class Lost { @UseGuards(Auth) @Get() x() {} }`)).toEqual(['GET /lost [guard Auth] ?']);
  });

  test('their methods answer', () => {
    const { program, routes } = routesOf({ 'users.ts': `${IMPORTS}@Controller('users') export class Users { @Get() list() {} }`, 'guards.ts': GUARDS });
    expect(routes.map((route) => route.handler && program.functionFact(route.handler).name)).toEqual(['list']);
  });
});

describe('the application', () => {
  const CONTROLLER = `@Controller('users') export class Users { @Get() list() {} }`;

  test('what is set on it stands before every route', () => {
    expect(app(CONTROLLER, `app.use(helmet()); app.useGlobalGuards(new Auth()); app.useGlobalInterceptors(new Timing()); app.useGlobalPipes(new ValidationPipe()); app.useGlobalFilters(new Problems());`)).toEqual([
      'GET /users [helmet(), guard new Auth(), interceptor new Timing(), pipe new ValidationPipe(), error-handler new Problems()]',
    ]);
  });

  test('providers of any of its modules do so as well', () => {
    const module = `import { Module } from '@nestjs/common'; import { APP_GUARD, APP_PIPE } from '@nestjs/core'; import { Users } from './users'; import { Auth } from './guards';
@Module({ controllers: [Users], providers: [{ provide: 'x', useClass: Users }] }) export class UsersModule {}
@Module({ imports: [UsersModule], providers: [{ provide: APP_GUARD, useClass: Auth }, { provide: APP_PIPE, useFactory: () => 1 }] }) export class AppModule {}`;
    expect(app(CONTROLLER, '', module)).toEqual(['GET /users [guard Auth, pipe function]']);
  });

  test('global prefix with exclusions, and versions in the path', () => {
    const controller = `@Controller({ path: 'users', version: '2' }) export class Users { @Get() list() {} @Version('3') @Get('new') next() {} @Version(VERSION_NEUTRAL) @Get('health') health() {} }`;
    expect(app(controller, `app.setGlobalPrefix('api', { exclude: ['users/health'] }); app.enableVersioning({ type: VersioningType.URI });`)).toEqual(['GET /api/v2/users []', 'GET /api/v3/users/new []', 'GET /users/health []']);
    expect(app(controller, `app.enableVersioning({ type: VersioningType.HEADER, header: 'v' });`)[0]).toEqual('GET /users []');
    expect(app(CONTROLLER, `app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1', prefix: 'version-' });`)).toEqual(['GET /version-1/users []']);
  });

  test('middleware of modules for some routes', () => {
    const module = `import { Module, MiddlewareConsumer } from '@nestjs/common'; import { Users } from './users'; import { Log } from './guards';
@Module({ controllers: [Users] }) export class AppModule { configure(consumer: MiddlewareConsumer) { consumer.apply(Log).exclude('users/health').forRoutes(Users); consumer.apply(Log).forRoutes({ path: 'other', method: 0 }); } }`;
    expect(app(`@Controller('users') export class Users { @Get() list() {} @Get('health') health() {} }`, '', module)).toEqual(['GET /users [Log]', 'GET /users/health []']);
  });

  test('modules that are put under a path', () => {
    const module = `import { Module } from '@nestjs/common'; import { RouterModule } from '@nestjs/core'; import { Users } from './users';
@Module({ controllers: [Users] }) export class UsersModule {}
@Module({ imports: [UsersModule, RouterModule.register([{ path: 'admin', children: [{ path: 'v', module: UsersModule }] }])] }) export class AppModule {}`;
    expect(app(CONTROLLER, '', module)).toEqual(['GET /admin/v/users []']);
  });

  test('two applications keep apart', () => {
    const other = { 'other.ts': `import { NestFactory } from '@nestjs/core'; import { Module, Controller, Get } from '@nestjs/common'; @Controller('o') class Other { @Get() x() {} } @Module({ controllers: [Other] }) class OtherModule {}
async function main() { const app = await NestFactory.create(OtherModule); app.setGlobalPrefix('second'); } main();` };
    expect(app(CONTROLLER, `app.useGlobalGuards(new Auth());`, MODULE, other)).toEqual(['GET /second/o []', 'GET /users [guard new Auth()]']);
  });
});
