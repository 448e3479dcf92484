import { IsEmail, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class CreateTicketDto {
  @IsString() @MaxLength(200) title: string;
  @IsString() @MinLength(1) message: string;
  @IsEmail() email: string;
  @IsOptional() @IsString() @IsIn(['web', 'mail']) channel?: string;
}

export class TitleDto {
  @IsString() @MaxLength(200) title: string;
}
