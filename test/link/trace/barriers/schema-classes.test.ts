/** Classes whose fields decorators check: behind a pipe of NestJS, or by hand. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ownRulesDirectory } from '../../../../src/rulebook/index.js';
import { loadRulebook } from '../../../../src/rulebook/load.js';
import type { Sink } from '../../../../src/contracts/sinks.js';
import { originsOf, programOf } from '../../../support/program.js';
import { originsIn } from './barriers-of.js';

const { models } = loadRulebook([fileURLToPath(ownRulesDirectory())]).rulebook;

const IMPORTS = `import { Body, Controller, Get, Param, Post, Query, UsePipes, ValidationPipe, Module, applyDecorators } from '@nestjs/common';
import { IsString, IsEmail, IsInt, IsIn, IsUUID, Matches, IsOptional, IsNotEmpty, ValidateIf, ValidateNested, IsArray } from 'class-validator'; import { Type } from 'class-transformer'; import { PartialType, PickType } from '@nestjs/mapped-types'; import { z } from 'zod'; import { createZodDto, ZodValidationPipe } from 'nestjs-zod';`;
const MAIN = `import { NestFactory } from '@nestjs/core'; import { ValidationPipe } from '@nestjs/common'; import { AppModule } from './app';
const app = await NestFactory.create(AppModule); PIPES await app.listen(3000);`;

/** Does request data reach the mark of a controller's method? */
function reaches(sink: Sink, dto: string, handler: string, options = '', main = MAIN): boolean {
  const pipes = options === 'none' ? '' : `app.useGlobalPipes(new ValidationPipe(${options}));`;
  const app = `${IMPORTS}\n${dto}\n@Controller('x') export class X { ${handler} }\n@Module({ controllers: [X] }) export class AppModule {}`;
  return originsOf(programOf({ 'main.ts': main.replace('PIPES', pipes), 'app.ts': app }, models), 'app.ts', sink).includes('request');
}

const body = (use: string) => `@Post() post(@Body() dto: Dto) { mark(${use}); }`;
const field = (decorators: string, type = 'any') => `class Dto { ${decorators} f: ${type}; }`;

describe('a class that a global pipe checks', () => {
  test.each<[Sink, string, string, string?]>([
    ['nosql', field('@IsString()'), body('dto.f')],
    ['nosql', field('@IsOptional() @IsEmail()'), body('dto.f')],
    ['nosql', field('@IsString()'), `@Post() post(@Body() { f }: Dto) { mark({ f }); }`],
    ['sql', field('@IsInt()'), body('dto.f')],
    ['sql', field('@IsUUID()'), body('dto.f')],
    ['path', field('@IsUUID()'), body('dto.f')],
    ['sql', field(`@IsIn(['a', 'b'])`), `@Get() get(@Query() dto: Dto) { mark(dto.f); }`],
    ['sql', field('@Matches(/^[a-z]+$/)'), body('dto.f')],
    ['sql', field('@IsInt({ each: true })', 'number[]'), body('dto.f[0]')],
    ['sql', `class Inner { @IsInt() n: number; } ${field('@ValidateNested() @Type(() => Inner)', 'Inner')}`, body('dto.f.n')],
    ['sql', `class Inner { @IsInt() n: number; } ${field('@ValidateNested({ each: true }) @Type(() => Inner)', 'Inner[]')}`, body('dto.f[0].n')],
    ['sql', `class Base { @IsInt() f: number; } class Dto extends Base {}`, body('dto.f')],
    ['sql', `class Base { @IsInt() f: number; } class Dto extends PartialType(Base) {}`, body('dto.f')],
    ['sql', `class Base { @IsInt() f: number; } class Dto extends PickType(PartialType(Base), ['f']) {}`, body('dto.f')],
    ['nosql', `function Name() { return applyDecorators(IsNotEmpty(), IsString()); } ${field('@Name()')}`, body('dto.f')],
    ['nosql', `const Text = (each) => { const all = [IsString({ each })]; if (each) all.push(IsArray()); return applyDecorators(...all); }; function Name() { return applyDecorators(Text(false)); } ${field('@Name()')}`, body('dto.f')],
    ['nosql', field('@IsString()'), body('dto'), '{ whitelist: true }'],
    ['nosql', field('@IsString()'), body('{ ...dto }'), '{ whitelist: true }'],
    ['sql', field('@IsInt()'), `@Get() get(@Query('page') page: number) { mark(page); }`, '{ transform: true }'],
  ])('stops for %s: %s %s %s', (sink, dto, handler, options) => {
    expect(reaches(sink, dto, handler, options)).toBe(false);
  });
  test.each<[Sink, string, string, string?]>([
    ['nosql', field('@IsString()'), body('dto.f'), 'none'],
    ['nosql', field('@IsOptional() @IsNotEmpty()'), body('dto.f')],
    ['nosql', field(''), body('dto.f')],
    ['nosql', `function Name() { return applyDecorators(IsNotEmpty()); } ${field('@Name()')}`, body('dto.f')],
    ['nosql', `function Name(o) { const all = []; if (o.text) all.push(IsString()); return applyDecorators(...all); } ${field('@Name({})')}`, body('dto.f')],
    ['nosql', `function Name(o) { const all = [IsString()]; if (o.odd) all.push(ValidateIf((d) => d.other)); return applyDecorators(...all); } ${field('@Name({})')}`, body('dto.f')],
    ['nosql', field('@ValidateIf((o) => o.other) @IsString()'), body('dto.f')],
    ['sql', field('@IsString()'), body('dto.f')],
    ['sql', field('@Matches(/[a-z]+/)'), body('dto.f')],
    ['sql', field('@IsInt()'), body('(dto as any).other')],
    ['sql', `class Inner { @IsInt() n: number; } ${field('@ValidateNested()', 'Inner')}`, body('dto.f.n')],
    ['sql', `class Inner { @IsInt() n: number; } ${field('@Type(() => Inner)', 'Inner')}`, body('dto.f.n')],
    ['nosql', field('@IsString()'), body('dto')],
    ['nosql', field('@IsString() a: string; @IsNotEmpty()'), body('dto'), '{ whitelist: true }'],
    ['sql', field('@IsInt()'), `@Post() post(@Body() dto: Dto[]) { mark(dto[0].f); }`],
    ['sql', field('@IsInt()'), `@Post() post(@Body() dto: Partial<Dto>) { mark(dto.f); }`],
    ['sql', `interface Dto { f: number }`, body('dto.f.toString()')],
    ['nosql', `interface Dto { f: string }`, body('dto.f')],
    ['sql', field('@IsInt()'), `@Get() get(@Query('page') page: number) { mark(page); }`],
  ])('lets through for %s: %s %s %s', (sink, dto, handler, options) => {
    expect(reaches(sink, dto, handler, options)).toBe(true);
  });
});

describe('where a pipe is in force', () => {
  const INT = field('@IsInt()');
  test.each<[string, string]>([
    ['on the method', `@Post() @UsePipes(new ValidationPipe()) post(@Body() dto: Dto) { mark(dto.f); }`],
    ['by its class', `@Post() @UsePipes(ValidationPipe) post(@Body() dto: Dto) { mark(dto.f); }`],
    ['on the parameter', `@Post() post(@Body(new ValidationPipe()) dto: Dto) { mark(dto.f); }`],
    ['a schema of its own pipe', `@Post() @UsePipes(new SchemaPipe(z.object({ f: z.number() }))) post(@Body() dto: any) { mark(dto.f); }`],
  ])('%s', (_, handler) => {
    const own = `class SchemaPipe { constructor(private schema) {} transform(value) { return this.schema.parse(value); } }`;
    expect(reaches('sql', `${INT} ${own}`, handler, 'none')).toBe(false);
  });
  test('of another parameter says nothing', () => {
    expect(reaches('sql', INT, `@Post() post(@Body() dto: Dto, @Query(new ValidationPipe()) q: Dto) { mark(dto.f); }`, 'none')).toBe(true);
  });
  test('by a provider', () => {
    const dto = `import { APP_PIPE } from '@nestjs/core'; ${INT}`;
    const text = (provider: string) => `${IMPORTS}\n${dto}\n@Controller('x') export class X { ${body('dto.f')} }\n@Module({ controllers: [X], providers: [${provider}] }) export class AppModule {}`;
    const origins = (provider: string) => originsOf(programOf({ 'main.ts': MAIN.replace('PIPES', ''), 'app.ts': text(provider) }, models), 'app.ts', 'sql');
    expect(origins(`{ provide: APP_PIPE, useClass: ValidationPipe }`)).not.toContain('request');
    expect(origins(`{ provide: APP_PIPE, useValue: new ValidationPipe() }`)).not.toContain('request');
    expect(origins(`{ provide: APP_PIPE, useFactory: () => new ValidationPipe() }`)).not.toContain('request');
    expect(origins(`{ provide: 'APP_PIPE', useClass: Object }`)).toContain('request');
  });
  test('a class made of a schema', () => {
    const dto = `class Dto extends createZodDto(z.object({ f: z.number() })) {}`;
    expect(reaches('sql', dto, `@Post() @UsePipes(ZodValidationPipe) post(@Body() dto: Dto) { mark(dto.f); }`, 'none')).toBe(false);
    expect(reaches('sql', dto, body('dto.f'), 'none')).toBe(true);
  });
  test('a class of which only the type is imported is not checked', () => {
    const app = (form: string) => `${IMPORTS}\n${form} { Dto } from './dto';\n@Controller('x') export class X { ${body('dto.f')} }\n@Module({ controllers: [X] }) export class AppModule {}`;
    const files = (form: string) => ({ 'main.ts': MAIN.replace('PIPES', 'app.useGlobalPipes(new ValidationPipe());'), 'app.ts': app(form), 'dto.ts': `import { IsInt } from 'class-validator'; export ${INT}` });
    expect(originsOf(programOf(files('import'), models), 'app.ts', 'sql')).not.toContain('request');
    expect(originsOf(programOf(files('import type'), models), 'app.ts', 'sql')).toContain('request');
  });
});

describe('a class that is checked by hand', () => {
  const E = `import express from 'express'; import { IsInt, validate, validateOrReject, validateSync } from 'class-validator'; import { plainToInstance } from 'class-transformer'; const app = express(); class Dto { @IsInt() f; g; }`;
  const handler = (text: string) => `${E} app.post('/', async (req, res) => { const dto = plainToInstance(Dto, req.body); ${text} });`;
  test.each([
    handler(`await validateOrReject(dto); mark(dto.f);`),
    handler(`const errors = await validate(dto); if (errors.length > 0) return res.status(400).json(errors); mark(dto.f);`),
    handler(`const errors = validateSync(dto); if (errors.length) throw new Error(); mark(dto.f);`),
    handler(`const errors = await validate(dto); if (errors.length === 0) mark(dto.f);`),
    handler(`try { await validateOrReject(dto); } catch (e) { return res.status(400).end(); } mark(dto.f);`),
  ])('stops: %s', (text) => {
    expect(originsIn('sql', text)).not.toContain('request');
  });
  test.each([
    handler(`mark(dto.f);`),
    handler(`const errors = await validate(dto); mark(dto.f);`),
    handler(`const errors = await validate(dto); if (errors.length > 0) mark(dto.f);`),
    handler(`const errors = await validate(dto); if (errors.length === 0) return; mark(dto.f);`),
    handler(`await validateOrReject(dto); mark(dto.g);`),
    handler(`await validateOrReject(dto); mark(req.body.f);`),
  ])('lets through: %s', (text) => {
    expect(originsIn('sql', text)).toContain('request');
  });
});
