export interface Validation {
  validate(input: any): Error | undefined;
}
export interface EmailValidator {
  isValid(email: string): boolean;
}

export class RequiredField implements Validation {
  constructor(private readonly field: string) {}
  validate(input: any): Error | undefined {
    if (!input[this.field]) return new Error(this.field);
  }
}

export class Email implements Validation {
  constructor(private readonly field: string, private readonly validator: EmailValidator) {}
  validate(input: any): Error | undefined {
    if (!this.validator.isValid(input[this.field])) return new Error(this.field);
  }
}

export class All implements Validation {
  constructor(private readonly validations: Validation[]) {}
  validate(input: any): Error | undefined {
    for (const validation of this.validations) {
      const error = validation.validate(input);
      if (error) return error;
    }
  }
}
