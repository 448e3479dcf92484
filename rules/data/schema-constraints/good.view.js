// Read-only model for the last_answers view: the database refuses to write to it.
const { Model } = require('sequelize');

module.exports = (sequelize, DataTypes) => {
  class LastAnswers extends Model {}
  LastAnswers.init({ id: { type: DataTypes.INTEGER, primaryKey: true }, answerId: DataTypes.INTEGER, score: DataTypes.INTEGER, status: DataTypes.STRING }, { sequelize });
  return LastAnswers;
};
