import { Body, Controller, Get, Param, Post } from '@nestjs/common';

interface Operation {
  id: string;
  file: string;
}

@Controller('operations')
export class OperationsController {
  constructor(private readonly operations: { all(): any; add(file: string): any }) {}

  private readonly history: any = this.operations;

  @Post()
  add(@Body('file') file: string): Promise<Operation> {
    this.history.last = file;
    return this.history.last;
  }

  @Get(':id')
  one(@Param('id') id: string): Operation[] {
    const found: any = id;
    return found;
  }
}
