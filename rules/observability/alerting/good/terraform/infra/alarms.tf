resource "aws_cloudwatch_metric_alarm" "errors" {
  threshold = 5
}
