"""What has become of the recommendations: updates, targets, who may do what, and what is sent to whom."""
