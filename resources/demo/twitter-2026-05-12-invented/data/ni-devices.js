window.YTD.ni_devices.part0 = [
  {
    "niDeviceResponse" : {
      "pushDevice" : {
        "deviceVersion" : "10.1",
        "deviceType" : "Example Phone 7",
        "token" : "REMOVED-INVENTED",
        "updatedDate" : "2026.04.30",
        "createdDate" : "2025.02.11"
      }
    }
  },
  {
    "niDeviceResponse" : {
      "messagingDevice" : {
        "deviceType" : "Auth",
        "carrier" : "example mobile",
        "phone_number" : "+15550100",
        "createdDate" : "2019.07.23",
        "updatedDate" : "2019.07.23"
      }
    }
  }
]
